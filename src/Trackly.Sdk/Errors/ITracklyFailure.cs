namespace Trackly.Sdk;

/// <summary>Represents the failure of a call. Implemented by <see cref="TracklyException"/> and <see cref="TracklyCanceledException"/>.</summary>
public interface ITracklyFailure
{
    /// <summary>Gets what became of the message: the most uncertain outcome of its attempts.</summary>
    SendOutcome Outcome { get; }

    /// <summary>Gets every attempt of the call in order. Empty when the request was refused before an attempt was made.</summary>
    IReadOnlyList<SendAttempt> Attempts { get; }
}
