using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>
/// How the HTTP/2 server treats one request. What is set happens in this order: GOAWAY, response, RST_STREAM, end of the connection.
/// The default name is that of the static property that holds the fault.
/// </summary>
public sealed record Http2Fault([CallerMemberName] string Name = "")
{
    public Http2Trigger When { get; init; } = Http2Trigger.WholeBody;

    /// <summary>True sends a GOAWAY that covers this stream, false one with last stream id 0, null none.</summary>
    public bool? GoAwayCoversStream { get; init; }

    /// <summary>The status of the response. Null for no response.</summary>
    public int? Status { get; init; }

    /// <summary>The code of the RST_STREAM. A response before it is incomplete, except with <see cref="Http2Error.None"/>. Null for none.</summary>
    public Http2Error? Resets { get; init; }

    public bool ClosesConnection { get; init; }

    /// <summary>True if the whole message is read, and therefore logged as received.</summary>
    public bool Receives => When is Http2Trigger.WholeBody;

    /// <summary>What the client knows once it has read everything.</summary>
    public ResponseMeaning Meaning => this switch
    {
        { Resets: Http2Error.RefusedStream } or { GoAwayCoversStream: false } => ResponseMeaning.NotProcessed,
        { Status: 200, Resets: null } => ResponseMeaning.Accepted,
        { Status: 413, Resets: Http2Error.None } or { Status: >= 300 and < 400, Resets: null } => ResponseMeaning.Rejected,
        _ => ResponseMeaning.Unknown,
    };

    public override string ToString() => Name;
}
