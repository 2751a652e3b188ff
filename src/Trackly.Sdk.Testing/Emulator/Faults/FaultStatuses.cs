namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Which HTTP statuses a fault may have.</summary>
internal static class FaultStatuses
{
    public const string ErrorRange = "a whole number from 300 to 599, other than 304, which has no body";

    public const string PageRange = "a whole number from 200 to 599, other than 204, 205 and 304, which have no body";

    public static bool IsError(int status) => status is >= 300 and <= 599 and not 304;

    public static bool IsPage(int status) => status is >= 200 and <= 599 and not (204 or 205 or 304);
}
