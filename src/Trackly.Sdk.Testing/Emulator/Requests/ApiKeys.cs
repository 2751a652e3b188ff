namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>The API keys that the emulator accepts. The documented format is narrower, but a test may need another one.</summary>
internal static class ApiKeys
{
    public const string Header = "X-Api-Key";

    // The key in the examples of the documentation: they work when only their address is changed. It opens nothing but an emulator, so it can be shown.
    public const string Default = "trk_your_api_key_here";

    public const string Rule = "A key must be visible ASCII characters without spaces, at least one, so that a header can carry it.";

    public static bool FitsAHeader(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and <= '~');
}
