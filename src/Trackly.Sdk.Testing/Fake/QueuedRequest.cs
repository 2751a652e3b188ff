namespace Trackly.Sdk.Testing;

/// <summary>A message that Trackly would have queued, as a <see cref="FakeTracklyClient"/> keeps it.</summary>
/// <param name="MessageId">The id of the message, which the caller was given unless the answer was lost.</param>
/// <param name="Request">The request, the same instance that was handed in.</param>
public sealed record QueuedRequest(string MessageId, SendRequest Request);
