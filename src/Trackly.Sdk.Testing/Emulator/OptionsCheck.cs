namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Finds an unusable option before the server starts; no message repeats the key.</summary>
internal static class OptionsCheck
{
    public static void Check(TracklyEmulatorOptions options)
    {
        if (FaultOf(options) is { } fault)
            throw new ArgumentException(fault, nameof(options));
    }

    private static string? FaultOf(TracklyEmulatorOptions options) =>
        !FitsAHeader(options.ApiKey)
            ? $"{nameof(options.ApiKey)} must be visible ASCII characters without spaces, at least one, so that a header can carry it."
        : !E164.IsNumber(options.ListNumber)
            ? $"{nameof(options.ListNumber)} must be in E.164 format, such as +18005551000."
        : !E164.IsNumber(options.UnverifiedListNumber)
            ? $"{nameof(options.UnverifiedListNumber)} must be in E.164 format, such as +18005552000."
        : options.UnverifiedListNumber == options.ListNumber
            ? $"{nameof(options.UnverifiedListNumber)} must differ from {nameof(options.ListNumber)}: a list either may send or is refused."
        : options.TimeProvider is null
            ? $"{nameof(options.TimeProvider)} must not be null; TimeProvider.System tells the real time."
        : null;

    private static bool FitsAHeader(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and <= '~');
}
