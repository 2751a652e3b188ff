namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>What a person or a webhook may decide.</summary>
internal static class Decision
{
    private const int MaxMessageIdLength = 200;

    public static void Check(SendOnceOutcome outcome, string? messageId)
    {
        if (outcome is not (SendOnceOutcome.Accepted or SendOnceOutcome.Rejected or SendOnceOutcome.NotSent))
            throw new ArgumentException($"The outcome {outcome} is no decision. Use Accepted, Rejected or NotSent.", nameof(outcome));
        if (messageId is null)
            return;
        if (outcome != SendOnceOutcome.Accepted)
            throw new ArgumentException($"A message that is {outcome} has no message id. Leave messageId null.", nameof(messageId));
        if (string.IsNullOrWhiteSpace(messageId) || messageId.Length > MaxMessageIdLength || messageId.Any(char.IsControl))
            throw new ArgumentException(
                $"The message id is empty, longer than {MaxMessageIdLength} characters, or has control characters. Use Trackly's id, or null.",
                    nameof(messageId));
    }

    /// <summary>Why a decision was not stored.</summary>
    public static string Explain(SendOnceEntry? row) => row switch
    {
        null => "There is no such key. Only a key that was sent can be resolved.",
        { Outcome: SendOnceOutcome.InProgress, LeaseRemaining: var left } =>
            $"A call is sending this key; its lease ends in {left?.TotalSeconds:0.#} s. Resolve it then, if it is unknown.",
        _ => $"The key is {row.Outcome}. Only an unknown key can be resolved, and a rejected one to NotSent.",
    };
}
