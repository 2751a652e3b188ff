using System.Reflection;

namespace FaultLab;

/// <summary>The closed set of HTTP/2 faults.</summary>
public static class Http2Faults
{
    public static IReadOnlyList<Http2Fault> All =>
        [.. typeof(Http2Faults).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Http2Fault))
            .Select(property => (Http2Fault)property.GetValue(null)!)];

    public static Http2Fault Accepted { get; } = new() { Status = 200 };
    public static Http2Fault InternalServerError { get; } = new() { Status = 500 };

    /// <summary>GOAWAY with last stream id 0 on the head: nothing is handled, says the server.</summary>
    public static Http2Fault GoAwayBeforeProcessing { get; } = new() { When = Http2Moment.Head, GoAwayCoversStream = false };

    /// <summary>GOAWAY with last stream id 0 though the whole body is in.</summary>
    public static Http2Fault GoAwayBeforeProcessingAfterBody { get; } = new() { GoAwayCoversStream = false };

    /// <summary>GOAWAY that covers the stream, then the end of the connection without an answer.</summary>
    public static Http2Fault GoAwayThenClose { get; } = new() { GoAwayCoversStream = true, ClosesConnection = true };

    /// <summary>GOAWAY that covers the stream, then the good answer: a server going down in good order.</summary>
    public static Http2Fault GoAwayThenAccepted { get; } = new() { GoAwayCoversStream = true, Status = 200 };

    public static Http2Fault RefusedOnHead { get; } = new() { When = Http2Moment.Head, Resets = Http2Error.RefusedStream };
    public static Http2Fault RefusedAfterBody { get; } = new() { Resets = Http2Error.RefusedStream };
    public static Http2Fault InternalErrorAfterBody { get; } = new() { Resets = Http2Error.Internal };
    public static Http2Fault CancelInBody { get; } = new() { When = Http2Moment.FirstData, Resets = Http2Error.Cancel };

    /// <summary>200 and half of the JSON, then RST_STREAM.</summary>
    public static Http2Fault ResetInAnswer { get; } = new() { Status = 200, Resets = Http2Error.Internal };

    public static Http2Fault CloseAfterBody { get; } = new() { ClosesConnection = true };
    public static Http2Fault HangAfterBody { get; } = new();

    public static Http2Fault Named(string name) => All.Single(fault => fault.Name == name);
}
