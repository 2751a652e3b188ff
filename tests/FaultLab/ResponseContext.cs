namespace FaultLab;

/// <summary>What a response may depend on at the time it is sent.</summary>
/// <param name="MessageId">The message id that the server assigns.</param>
/// <param name="RedirectTarget">Where redirects point.</param>
/// <param name="ClosesConnection">Whether the connection is closed after the response.</param>
public sealed record ResponseContext(string MessageId, Uri RedirectTarget, bool ClosesConnection);
