using System.Net;

namespace Trackly.Sdk;

/// <summary>Describes one attempt of a call. Holds no phone number, message text or key.</summary>
public sealed record SendAttempt
{
    /// <summary>Gets the position of the attempt in its call, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets when the attempt started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the time from the start of the attempt to its response or failure.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets how far the attempt got.</summary>
    public AttemptProgress Progress { get; init; }

    /// <summary>Gets the HTTP status code. Null when no response arrived.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets why there is no usable response. Null when there is one.</summary>
    public SendFailure? Failure { get; init; }

    /// <summary>Gets what became of the message in this attempt alone.</summary>
    public SendOutcome Outcome { get; init; }
}
