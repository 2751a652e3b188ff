namespace Trackly.Sdk.Tests.Segments;

/// <summary>Both tables of 3GPP TS 23.038 by code, as a phone uses them. The SDK uses them in the other direction.</summary>
internal static class GsmTables
{
    /// <summary>The escape to the extension table, which is not a character of a message.</summary>
    public const int Escape = 0x1B;

    /// <summary>The character of each septet from 0 to 127, sixteen to a row.</summary>
    public const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅå"
        + "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
        + " !\"#¤%&'()*+,-./"
        + "0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNO"
        + "PQRSTUVWXYZÄÖÑÜ§"
        + "¿abcdefghijklmno"
        + "pqrstuvwxyzäöñüà";

    /// <summary>The characters that follow an escape, by their septet.</summary>
    public static readonly IReadOnlyDictionary<int, char> Extension = new Dictionary<int, char>
    {
        [0x0A] = '\f',
        [0x14] = '^',
        [0x28] = '{',
        [0x29] = '}',
        [0x2F] = '\\',
        [0x3C] = '[',
        [0x3D] = '~',
        [0x3E] = ']',
        [0x40] = '|',
        [0x65] = '€',
    };

    /// <summary>Returns the septets of a character, or null when it is not in GSM-7.</summary>
    public static int[]? FindSeptets(char character)
    {
        foreach (var (code, extended) in Extension.Select(static pair => (pair.Key, pair.Value)))
        {
            if (extended == character)
                return [Escape, code];
        }

        var basic = Basic.IndexOf(character);
        return basic < 0 || basic == Escape ? null : [basic];
    }
}
