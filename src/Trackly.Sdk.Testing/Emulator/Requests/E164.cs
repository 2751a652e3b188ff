namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>What the emulator takes for an E.164 phone number.</summary>
internal static class E164
{
    private const int MaxDigits = 15;

    // Whether the API knows real country codes and lengths is not documented. The emulator's choice: a plus sign and 2 to 15 ASCII digits
    // of which the first is not 0, since a country code is followed by at least one digit.
    public static bool IsNumber(string? text) =>
        text is ['+', >= '1' and <= '9', _, ..] && text.Length <= 1 + MaxDigits && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
