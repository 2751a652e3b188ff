using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>What is known about an attempt when it is over.</summary>
internal readonly record struct AttemptFacts
{
    /// <summary>Gets the status that arrived. Null when none did.</summary>
    public int? StatusCode { get; init; }

    public bool HasRetryAfter { get; init; }

    /// <summary>Gets what the body of the response says.</summary>
    public ResponseKind Kind { get; init; }

    /// <summary>Gets whether the response was cut off before its end.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Gets whether a byte of the request body was asked for.</summary>
    public bool BodyStarted { get; init; }

    /// <summary>Gets whether the caller, or disposing the client, has canceled the call.</summary>
    public bool Canceled { get; init; }

    /// <summary>Gets whether it was disposing the client.</summary>
    public bool Disposed { get; init; }

    /// <summary>Gets whether a timeout ended the attempt.</summary>
    public bool TimedOut { get; init; }

    /// <summary>Gets whether the handler next to the network waited for a connection.</summary>
    public bool WasConnecting { get; init; }

    /// <summary>Gets why no connection could be used, as far as is known.</summary>
    public ConnectionProblem Problem { get; init; }

    /// <summary>Gets whether a handler tried to transmit the attempt again.</summary>
    public bool Repeated { get; init; }

    /// <summary>Gets whether the server said on the connection that it did not process the request.</summary>
    public bool ServerDidNotProcess { get; init; }
}
