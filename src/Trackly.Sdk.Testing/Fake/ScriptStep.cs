namespace Trackly.Sdk.Testing.Fake;

/// <summary>What the wire does with one request.</summary>
/// <param name="Respond">RespondsWith, given the id of the message, or breaks. The id is empty when the message is not queued.</param>
internal sealed record ScriptStep(Func<string, HttpResponseMessage> Respond)
{
    public static ScriptStep Accepted { get; } = new(FakeResponses.Accepted) { IsQueued = true };

    /// <summary>How long the wire waits before it goes on.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the body is read, which is what makes the difference between not sent and unknown.</summary>
    public bool ReadsBody { get; init; } = true;

    public bool IsQueued { get; init; }

    /// <summary>The id of the message. Null means the next one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether nothing comes until the caller cancels.</summary>
    public bool WaitsForCancellation { get; init; }
}
