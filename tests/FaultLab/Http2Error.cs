namespace FaultLab;

/// <summary>Error codes of RFC 9113, section 7, as far as the lab uses them.</summary>
public enum Http2Error
{
    None = 0x0,
    Internal = 0x2,
    RefusedStream = 0x7,
    Cancel = 0x8,
}
