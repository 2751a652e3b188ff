namespace Trackly.Sdk.Testing.Fake;

/// <summary>What the handler does with one request.</summary>
/// <param name="Respond">
/// Returns the response, given the id of the message, or throws what HttpClient would. The id is empty when the message is not queued.
/// </param>
internal sealed record ScriptStep(Func<string, HttpResponseMessage> Respond)
{
    public static ScriptStep Accepted { get; } = new(FakeResponses.CreateAccepted) { IsQueued = true, IsSuccess = true, IsOfWholeCall = false };

    /// <summary>Whether the step decides about every message of a bulk call, and not about one alone.</summary>
    public bool IsOfWholeCall { get; init; } = true;

    /// <summary>The code and the error message with which a bulk call refuses this message alone. Null when it does not.</summary>
    public (string Code, string Message)? ItemError { get; init; }

    /// <summary>What else happens when the request has arrived, before any wait. Null means nothing.</summary>
    public Action? OnReceived { get; init; }

    /// <summary>How long the handler waits, after it has queued the message, before it responds.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the body is read. This is the difference between not sent and unknown.</summary>
    public bool ReadsBody { get; init; } = true;

    public bool IsQueued { get; init; }

    /// <summary>Whether the response is the one that a success has.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>The id of the message. Null means the next one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether there is no response until the caller cancels.</summary>
    public bool WaitsForCancellation { get; init; }
}
