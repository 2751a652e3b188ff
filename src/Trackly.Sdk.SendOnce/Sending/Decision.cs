using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>What a person or a webhook may decide.</summary>
internal static class Decision
{
    public static void Check(SendOnceOutcome outcome, string? messageId)
    {
        if (outcome is not (SendOnceOutcome.Accepted or SendOnceOutcome.Rejected or SendOnceOutcome.NotSent))
            throw new ArgumentException($"The outcome {outcome} is no decision. Use Accepted, Rejected or NotSent.", nameof(outcome));
        if (messageId is null)
            return;
        if (outcome != SendOnceOutcome.Accepted)
            throw new ArgumentException($"A message that is {outcome} has no message id. Leave messageId null.", nameof(messageId));
        if (!MessageIds.IsStorable(messageId))
            throw new ArgumentException(
                $"The message id is empty, longer than {MessageIds.MaxLength} characters, or has control characters or surrogates. Use Trackly's id, or null.",
                nameof(messageId));
    }

    /// <summary>Why a decision was not stored.</summary>
    public static string Explain(SendOnceEntry? row) => row switch
    {
        null => "There is no such key. Only a key that was sent can be resolved.",
        { Outcome: SendOnceOutcome.InProgress, LeaseRemaining: var left } =>
            FormattableString.Invariant($"A call is sending this key; its lease ends in {left?.TotalSeconds:0.#} s. Resolve it then, if it is unknown."),
        _ => $"The key is {row.Outcome}. Only an unknown key can be resolved, and a rejected one to NotSent.",
    };
}
