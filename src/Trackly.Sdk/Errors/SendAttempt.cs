using System.Net;

namespace Trackly.Sdk;

/// <summary>One try at sending a message. Holds no phone number, text or key.</summary>
public sealed record SendAttempt
{
    /// <summary>The position of this attempt in its call, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When the attempt began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>From the begin of the attempt to its answer or failure.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How far the attempt got.</summary>
    public AttemptProgress Progress { get; init; }

    /// <summary>The HTTP status code that arrived. Null when none did.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Why there is no usable answer. Null when there is one.</summary>
    public SendFailure? Failure { get; init; }

    /// <summary>What became of the message in this attempt alone.</summary>
    public SendOutcome Outcome { get; init; }
}
