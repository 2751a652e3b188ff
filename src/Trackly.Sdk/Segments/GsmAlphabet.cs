namespace Trackly.Sdk;

/// <summary>The GSM 7-bit default alphabet and its extension table, as 3GPP TS 23.038 lists them. National shift tables are not used.</summary>
internal static class GsmAlphabet
{
    /// <summary>Returns the number of septets of a character, or 0 when the alphabet does not contain it, such as tab, backtick and escape.</summary>
    public static int CountSeptets(char character) => character switch
    {
        '^' or '{' or '}' or '\\' or '[' or '~' or ']' or '|' or '€' or '\f' => 2,
        '\n' or '\r' => 1,
        '`' => 0,
        >= ' ' and <= '~' => 1,
        '£' or '¥' or '¤' or '§' or '¡' or '¿' => 1,
        'è' or 'é' or 'ù' or 'ì' or 'ò' or 'à' or 'É' or 'Ç' => 1,
        'Ø' or 'ø' or 'Å' or 'å' or 'Æ' or 'æ' => 1,
        'Ä' or 'Ö' or 'Ñ' or 'Ü' or 'ä' or 'ö' or 'ñ' or 'ü' or 'ß' => 1,
        'Δ' or 'Φ' or 'Γ' or 'Λ' or 'Ω' or 'Π' or 'Ψ' or 'Σ' or 'Θ' or 'Ξ' => 1,
        _ => 0,
    };
}
