namespace FaultLab;

/// <summary>The error codes of RFC 9113, section 7, that the server uses.</summary>
public enum Http2Error
{
    None = 0x0,
    Internal = 0x2,
    RefusedStream = 0x7,
    Cancel = 0x8,
}
