using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>
/// How the HTTP/2 lab treats one request. What is set happens in this order: GOAWAY, answer, RST_STREAM, end of the connection.
/// Declared as a static property it bears that property's name.
/// </summary>
public sealed record Http2Fault([CallerMemberName] string Name = "")
{
    public Http2Moment When { get; init; } = Http2Moment.WholeBody;

    /// <summary>True sends a GOAWAY that covers this stream, false one with last stream id 0, null none.</summary>
    public bool? GoAwayCoversStream { get; init; }

    /// <summary>The status of the answer, null for no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The code of the RST_STREAM, null for none; an answer before it stays without its end.</summary>
    public Http2Error? Resets { get; init; }

    public bool ClosesConnection { get; init; }

    /// <summary>True where the message arrives whole, hence is counted.</summary>
    public bool Receives => When is Http2Moment.WholeBody;

    /// <summary>What the client has been told when all is said.</summary>
    public LabVerdict Verdict => this switch
    {
        { Resets: Http2Error.RefusedStream } or { GoAwayCoversStream: false } => LabVerdict.NotHandled,
        { Status: 200, Resets: null } => LabVerdict.Accepted,
        _ => LabVerdict.Unclear,
    };

    public override string ToString() => Name;
}
