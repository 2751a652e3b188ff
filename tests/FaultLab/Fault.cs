using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>
/// How the server treats one request: how much of it is read, which response is sent, what happens to the connection.
/// The default name is that of the static property that holds the fault, so that a theory row can name it.
/// </summary>
public sealed record Fault([CallerMemberName] string Name = "")
{
    public RequestPart Reads { get; init; } = RequestPart.WholeBody;

    /// <summary>Null if the server sends nothing.</summary>
    public ScriptedResponse? Response { get; init; }

    public ConnectionEnd End { get; init; }

    /// <summary>True if the whole request is read, and therefore logged as received.</summary>
    public bool Receives => Reads is RequestPart.WholeBody;

    /// <summary>
    /// True if a client could take this fault for a pooled connection that was already dead, in which case HTTP stacks may send again by themselves.
    /// A script serves such a fault on a new connection; only the faults about reuse do otherwise.
    /// </summary>
    public bool NeedsNewConnection => Response is null;

    /// <summary>What the client knows once it has read the whole response.</summary>
    public ResponseMeaning Meaning => Response?.Meaning ?? ResponseMeaning.Unknown;

    public override string ToString() => Name;
}
