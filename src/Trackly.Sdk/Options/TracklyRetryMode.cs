namespace Trackly.Sdk;

/// <summary>Specifies what the client may retry. In every mode it retries what certainly was not queued, and never a message that was accepted or rejected.</summary>
public enum TracklyRetryMode
{
    /// <summary>Also retries a 5xx response, as Trackly's own documentation asks; never a send whose response was lost. The default.</summary>
    Standard,

    /// <summary>Retries only what certainly was not queued: no recipient is texted twice, and a 5xx is reported as <see cref="SendOutcome.Unknown"/> at once.</summary>
    AtMostOnce,

    /// <summary>Also retries when the response was lost: the message arrives if it can, and may arrive more than once.</summary>
    AtLeastOnce,
}
