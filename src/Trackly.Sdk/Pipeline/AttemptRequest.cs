namespace Trackly.Sdk.Pipeline;

/// <summary>The request of one attempt.</summary>
internal sealed class AttemptRequest(Attempt attempt, bool isWatched) : HttpRequestMessage(HttpMethod.Post, attempt.Settings.SendAddress)
{
    public Attempt Attempt { get; } = attempt;

    /// <summary>Whether handlers see it before a guard does: then it bears the mark of its attempt, for a copy may arrive in its place.</summary>
    public bool IsWatched { get; } = isWatched;
}
