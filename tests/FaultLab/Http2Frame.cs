namespace FaultLab;

/// <summary>One HTTP/2 frame.</summary>
internal sealed record Http2Frame(Http2FrameType Type, int Flags, int Stream, byte[] Payload)
{
    public const int HeadLength = 9;
    public const int Ack = 0x1;
    public const int EndStream = 0x1;
    public const int EndHeaders = 0x4;
    private const int Padded = 0x8;

    public bool IsAck => (Flags & Ack) != 0;

    /// <summary>True on the last frame of a message; only DATA and HEADERS can be one.</summary>
    public bool EndsStream => Type is Http2FrameType.Data or Http2FrameType.Headers && (Flags & EndStream) != 0;

    /// <summary>The payload of a DATA frame without its padding.</summary>
    public IEnumerable<byte> Data => (Flags & Padded) == 0 ? Payload : Payload.Skip(1).Take(Payload.Length - 1 - Payload[0]);

    public static int ParseLength(byte[] head) => (head[0] << 16) | (head[1] << 8) | head[2];

    public static Http2Frame Parse(byte[] head, byte[] payload) => new((Http2FrameType)head[3], head[4], ParseNumber(head, 5) & int.MaxValue, payload);

    public static byte[] FormatNumber(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public byte[] ToBytes() =>
        [(byte)(Payload.Length >> 16), (byte)(Payload.Length >> 8), (byte)Payload.Length, (byte)Type, (byte)Flags, .. FormatNumber(Stream), .. Payload];

    private static int ParseNumber(byte[] bytes, int at) => (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
