namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>What the emulator takes for an API key. The documented format is narrower; a test may want any other.</summary>
internal static class ApiKeys
{
    public const string Header = "X-Api-Key";

    public const string WhatFits = "A key must be visible ASCII characters without spaces, at least one, so that a header can carry it.";

    public static bool FitsAHeader(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and <= '~');
}
