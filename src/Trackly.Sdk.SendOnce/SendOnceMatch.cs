namespace Trackly.Sdk;

/// <summary>Represents what a delivery report says about the keys.</summary>
public sealed record SendOnceMatch
{
    /// <summary>Gets the row of the key whose message the report is about, found by the message id. Null when no row has the id.</summary>
    public SendOnceEntry? Entry { get; init; }

    /// <summary>
    /// Gets the rows of the unknown keys whose recipient, list and time fit the report, the latest claim first: a hint, for a person or a rule of yours to decide. Empty when
    /// <see cref="Entry"/> is set.
    /// </summary>
    public IReadOnlyList<SendOnceEntry> Candidates { get; init; } = [];

    /// <summary>Returns the outcome and the number of candidates, never a key.</summary>
    /// <returns>A string without a key, fingerprint or phone number.</returns>
    public override string ToString() => $"SendOnceMatch {{ Entry = {Entry}, Candidates = {Candidates.Count} }}";
}
