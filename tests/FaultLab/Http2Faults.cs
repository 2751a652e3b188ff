using System.Reflection;

namespace FaultLab;

/// <summary>All HTTP/2 faults.</summary>
public static class Http2Faults
{
    public static IReadOnlyList<Http2Fault> All =>
        [.. typeof(Http2Faults).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Http2Fault))
            .Select(property => (Http2Fault)property.GetValue(null)!)];

    public static Http2Fault Accepted { get; } = new() { Status = 200 };
    public static Http2Fault InternalServerError { get; } = new() { Status = 500 };

    /// <summary>GOAWAY with last stream id 0 on the head: the server says that it processed nothing.</summary>
    public static Http2Fault GoAwayBeforeProcessing { get; } = new() { When = Http2Trigger.Head, GoAwayCoversStream = false };

    /// <summary>GOAWAY with last stream id 0 although the whole body has arrived.</summary>
    public static Http2Fault GoAwayBeforeProcessingAfterBody { get; } = new() { GoAwayCoversStream = false };

    /// <summary>GOAWAY that covers the stream, then the end of the connection without a response.</summary>
    public static Http2Fault GoAwayThenClose { get; } = new() { GoAwayCoversStream = true, ClosesConnection = true };

    /// <summary>GOAWAY that covers the stream, then the normal response: a server that shuts down gracefully.</summary>
    public static Http2Fault GoAwayThenAccepted { get; } = new() { GoAwayCoversStream = true, Status = 200 };

    public static Http2Fault RefusedOnHead { get; } = new() { When = Http2Trigger.Head, Resets = Http2Error.RefusedStream };
    public static Http2Fault RefusedAfterBody { get; } = new() { Resets = Http2Error.RefusedStream };
    public static Http2Fault InternalErrorAfterBody { get; } = new() { Resets = Http2Error.Internal };
    public static Http2Fault CancelInBody { get; } = new() { When = Http2Trigger.FirstData, Resets = Http2Error.Cancel };

    /// <summary>413 while the client is still sending, then RST_STREAM with NO_ERROR, which asks it to stop (RFC 9113, section 8.1).</summary>
    public static Http2Fault PayloadTooLargeInBody { get; } = new() { When = Http2Trigger.FirstData, Status = 413, Resets = Http2Error.None };

    public static Http2Fault Found { get; } = new() { Status = 302 };
    public static Http2Fault FoundOnHead { get; } = new() { When = Http2Trigger.Head, Status = 302 };
    public static Http2Fault TemporaryRedirect { get; } = new() { Status = 307 };
    public static Http2Fault TemporaryRedirectOnHead { get; } = new() { When = Http2Trigger.Head, Status = 307 };

    /// <summary>200 and half of the JSON, then RST_STREAM.</summary>
    public static Http2Fault ResetInResponse { get; } = new() { Status = 200, Resets = Http2Error.Internal };

    public static Http2Fault CloseAfterBody { get; } = new() { ClosesConnection = true };
    public static Http2Fault HangAfterBody { get; } = new();

    public static Http2Fault Find(string name) => All.Single(fault => fault.Name == name);
}
