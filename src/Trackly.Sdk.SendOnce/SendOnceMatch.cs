namespace Trackly.Sdk;

/// <summary>What a delivery report says about the keys.</summary>
public sealed record SendOnceMatch
{
    /// <summary>The key whose message the report is about: its row has the message id. Null when no row has it.</summary>
    public SendOnceEntry? Entry { get; init; }

    /// <summary>
    /// A hint: the unknown keys whose recipient, list and time fit the report, the latest claim first. A person or a rule of yours decides. Empty when
    /// <see cref="Entry"/> is set.
    /// </summary>
    public IReadOnlyList<SendOnceEntry> Candidates { get; init; } = [];

    /// <summary>Returns the outcome and the number of candidates, never a key.</summary>
    /// <returns>A string without a key, fingerprint or phone number.</returns>
    public override string ToString() => $"SendOnceMatch {{ Entry = {Entry}, Candidates = {Candidates.Count} }}";
}
