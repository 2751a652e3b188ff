namespace Trackly.Sdk;

/// <summary>How the characters of a text travel in an SMS.</summary>
/// <remarks>Source: 3GPP TS 23.038.</remarks>
public enum SmsEncoding
{
    /// <summary>The GSM 7-bit default alphabet and its extension table: 160 septets in one segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UCS-2, for a text with any other character: 70 UTF-16 code units in one segment, 67 in each of several.</summary>
    Ucs2,
}
