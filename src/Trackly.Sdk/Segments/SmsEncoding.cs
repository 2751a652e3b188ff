namespace Trackly.Sdk;

/// <summary>Specifies how the characters of a message are encoded in an SMS.</summary>
/// <remarks>Source: 3GPP TS 23.038.</remarks>
public enum SmsEncoding
{
    /// <summary>The GSM 7-bit default alphabet and its extension table: 160 septets in a single segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UCS-2, for messages with any other character: 70 UTF-16 code units in a single segment, 67 in each of several.</summary>
    Ucs2,
}
