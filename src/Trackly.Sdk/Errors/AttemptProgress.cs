namespace Trackly.Sdk;

/// <summary>Specifies how far an attempt got.</summary>
public enum AttemptProgress
{
    /// <summary>No byte of the message was handed to a connection.</summary>
    NeverStarted,

    /// <summary>The message, or part of it, was handed to a connection, and no response arrived.</summary>
    BodyStarted,

    /// <summary>A status code arrived.</summary>
    Answered,
}
