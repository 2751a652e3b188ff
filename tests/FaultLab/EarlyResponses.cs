using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>Final responses sent while the client is still writing the body of its request, if that is longer than the buffers of the connection.</summary>
public static class EarlyResponses
{
    /// <summary>Sent after the head, the body unread, as by a proxy with a limit.</summary>
    public static Fault PayloadTooLargeBeforeBody { get; } = new()
    {
        Reads = RequestPart.Head,
        Response = PlainResponses.PayloadTooLarge.Response,
        End = ConnectionEnd.Close,
    };

    public static Fault PayloadTooLargeThenClose { get; } = Create(PlainResponses.PayloadTooLarge, ConnectionEnd.Close);
    public static Fault PayloadTooLargeThenReset { get; } = Create(PlainResponses.PayloadTooLarge, ConnectionEnd.Reset);

    /// <summary>The rest of the body is never read, so that the client cannot finish writing.</summary>
    public static Fault PayloadTooLargeThenHang { get; } = Create(PlainResponses.PayloadTooLarge, ConnectionEnd.Hang);

    public static Fault InvalidApiKeyThenClose { get; } = Create(PlainResponses.InvalidApiKey, ConnectionEnd.Close);
    public static Fault InvalidApiKeyThenReset { get; } = Create(PlainResponses.InvalidApiKey, ConnectionEnd.Reset);

    public static Fault TooManyRequestsThenClose { get; } = Create(PlainResponses.TooManyRequests, ConnectionEnd.Close);
    public static Fault TooManyRequestsThenReset { get; } = Create(PlainResponses.TooManyRequests, ConnectionEnd.Reset);

    private static Fault Create(Fault whole, ConnectionEnd end, [CallerMemberName] string name = "") =>
        new(name) { Reads = RequestPart.PartOfBody, Response = whole.Response, End = end };
}
