namespace Trackly.Sdk.Testing.Api;

/// <summary>The HTTP statuses that a scripted response can have.</summary>
internal static class StatusRanges
{
    public const string Errors = "a whole number from 300 to 599, other than 304, which has no body";

    public const string Pages = "a whole number from 200 to 599, other than 204, 205 and 304, which have no body";

    public static bool IsError(int status) => status is >= 300 and <= 599 and not 304;

    public static bool IsPage(int status) => status is >= 200 and <= 599 and not (204 or 205 or 304);
}
