namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Recognizes phone numbers in E.164 format.</summary>
internal static class E164
{
    private const int MaxDigits = 15;

    // Whether the API checks country codes and lengths is not documented. The emulator's choice: a plus sign and 2 to 15 ASCII digits, the first of
    // which is not 0. There are at least two, because a country code is followed by a number.
    public static bool IsNumber(string? value) =>
        value is ['+', >= '1' and <= '9', _, ..] && value.Length <= 1 + MaxDigits && value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
