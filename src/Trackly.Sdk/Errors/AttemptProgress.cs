namespace Trackly.Sdk;

/// <summary>How far one attempt got.</summary>
public enum AttemptProgress
{
    /// <summary>No byte of the message was handed to a connection.</summary>
    NeverStarted,

    /// <summary>The message, or part of it, was handed to a connection, and no answer arrived.</summary>
    BodyStarted,

    /// <summary>A status code arrived.</summary>
    Answered,
}
