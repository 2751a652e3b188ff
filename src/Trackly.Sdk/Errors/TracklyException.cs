namespace Trackly.Sdk;

/// <summary>
/// The base of every failure of a call, apart from the caller's own cancellation (<see cref="TracklyCanceledException"/>). <see cref="Outcome"/> says what became of
/// the message.
/// </summary>
/// <example>
/// <code>
/// using Trackly.Sdk;
///
/// using var trackly = new TracklyClient("trk_your_api_key_here");
/// try
/// {
///     await trackly.SendAsync(new SendRequest("+14155551234", "+18005551000", "Hello!"));
/// }
/// catch (TracklyException failure) when (failure.Outcome == SendOutcome.Unknown)
/// {
///     Console.WriteLine("It may be queued: check before you send it again.");
/// }
/// catch (TracklyException failure)
/// {
///     Console.WriteLine($"Not queued: {failure.Message}");
/// }
/// </code>
/// </example>
public abstract class TracklyException : Exception, ITracklyFailure
{
    private protected TracklyException(string message, SendOutcome outcome, TracklyFailureDetails? details)
        : base(message, details?.InnerException)
    {
        Outcome = details?.Outcome ?? outcome;
        Attempts = details?.Attempts ?? [];
    }

    /// <inheritdoc/>
    public SendOutcome Outcome { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SendAttempt> Attempts { get; }
}
