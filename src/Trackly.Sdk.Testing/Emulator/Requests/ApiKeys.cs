namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>The API keys that the emulator accepts. The documented format is narrower, but a test may need another one.</summary>
internal static class ApiKeys
{
    public const string Header = "X-Api-Key";

    public const string Rule = "A key must be visible ASCII characters without spaces, at least one, so that a header can carry it.";

    public static bool FitsAHeader(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and <= '~');
}
