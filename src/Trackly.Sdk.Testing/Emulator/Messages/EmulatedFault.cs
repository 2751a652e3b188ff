namespace Trackly.Sdk.Testing;

/// <summary>An injected fault: what a <see cref="TracklyEmulator"/> does with a request instead of responding as documented.</summary>
/// <remarks>The control API has a word for each, such as <c>accept_then_reset</c>: docs/emulator.md lists them.</remarks>
// An enum and no open value: the kinds are the emulator's own, so a new one comes with a new version of this package. Zero is None, because a value
// that nobody set must not claim a fault that never happened.
public enum EmulatedFault
{
    /// <summary>No fault: the response is sent as documented.</summary>
    None = 0,

    /// <summary>The usual response, after a wait.</summary>
    Delay,

    /// <summary>The usual response, byte by byte.</summary>
    SlowBody,

    /// <summary>The message is queued and the connection is reset, so the sender gets no response.</summary>
    AcceptThenReset,

    /// <summary>The connection is reset and nothing is queued.</summary>
    Reset,

    /// <summary>No response, until the sender gives up.</summary>
    Hang,

    /// <summary>An error response.</summary>
    Status,

    /// <summary>An HTML page, as a proxy returns it.</summary>
    GatewayHtml,
}
