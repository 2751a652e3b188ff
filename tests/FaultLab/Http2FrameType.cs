namespace FaultLab;

/// <summary>The frame types of RFC 9113, section 6, that the server knows.</summary>
internal enum Http2FrameType
{
    Data = 0x0,
    Headers = 0x1,
    ResetStream = 0x3,
    Settings = 0x4,
    Ping = 0x6,
    GoAway = 0x7,
    WindowUpdate = 0x8,
    Continuation = 0x9,
}
