namespace Trackly.Sdk;

/// <summary>Holds the details of an exception of this SDK besides its message. The client sets them; a test of your own code may too.</summary>
public sealed class TracklyFailureDetails
{
    /// <summary>Gets or sets what became of the message. Null, the default, means the outcome that follows from the exception, for example from the response's status.</summary>
    public SendOutcome? Outcome { get; set; }

    /// <summary>Gets or sets the attempts of the call in order. Empty by default.</summary>
    public IReadOnlyList<SendAttempt> Attempts { get; set; } = [];

    /// <summary>Gets or sets the error behind the failure. Null, the default, means that none is known.</summary>
    public Exception? InnerException { get; set; }

    /// <summary>Gets or sets whether the message quotes the server: <see cref="TracklyClientOptions.IncludeErrorText"/>.</summary>
    internal bool IncludeErrorText { get; set; }

    /// <summary>Gets or sets what the operation advises for each outcome.</summary>
    internal OutcomeAdvice Advice { get; set; } = OutcomeAdvice.Message;
}
