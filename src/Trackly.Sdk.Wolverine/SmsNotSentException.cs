namespace Trackly.Sdk;

/// <summary>
/// Thrown when a message was tried as often as <see cref="SendSmsOptions.MaxAttempts"/> permits and not sent. Wolverine moves it to its dead letters; replayed
/// from there, it is tried again.
/// </summary>
public sealed class SmsNotSentException : Exception
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="attempts">How many times the message was tried.</param>
    /// <param name="innerException">The exception of the last attempt. Null, the default, when there was none.</param>
    public SmsNotSentException(int attempts, Exception? innerException = null)
        : base($"The message was tried {attempts} times and not sent. Nothing is queued; replay the dead letter to try again.",
            innerException) => Attempts = attempts;

    /// <summary>Gets how many times the message was tried.</summary>
    public int Attempts { get; }
}
