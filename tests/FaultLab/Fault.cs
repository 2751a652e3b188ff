using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>
/// How the lab treats one request: what it reads, what it answers, how it leaves the connection.
/// Declared as a static property it bears that property's name, by which a theory row picks it.
/// </summary>
public sealed record Fault([CallerMemberName] string Name = "")
{
    public LabReading Reads { get; init; } = LabReading.WholeBody;

    /// <summary>Null where no byte is answered.</summary>
    public LabAnswer? Answer { get; init; }

    public LabEnding Ends { get; init; }

    /// <summary>True where the request is received whole, hence counted.</summary>
    public bool Receives => Reads is LabReading.WholeBody;

    /// <summary>
    /// True where the client could take this for a pooled connection that had died before: HTTP stacks may then send again by themselves.
    /// A script gives such a fault a fresh connection; only the faults about reuse mean it otherwise.
    /// </summary>
    public bool NeedsFreshConnection => Answer is null;

    /// <summary>What the client has been told when all is said.</summary>
    public LabVerdict Verdict => Answer?.Verdict ?? LabVerdict.Unclear;

    public override string ToString() => Name;
}
