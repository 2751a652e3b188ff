namespace Trackly.Sdk;

/// <summary>
/// A message was tried as often as <see cref="SendSmsOptions.MaxAttempts"/> permits and not sent. Wolverine moves it to its dead letters; replayed
/// from there, it is tried again.
/// </summary>
public sealed class SmsNotSentException : Exception
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="attempts">How many times the message was tried.</param>
    /// <param name="innerException">What the last attempt met. Null when it met nothing.</param>
    public SmsNotSentException(int attempts, Exception? innerException = null)
        : base($"The message was tried {attempts} times and not sent. Nothing is queued; replay the dead letter to try again.",
            innerException) => Attempts = attempts;

    /// <summary>How many times the message was tried.</summary>
    public int Attempts { get; }
}
