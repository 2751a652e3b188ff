namespace Trackly.Sdk.Testing;

/// <summary>A message that Trackly would have queued, as recorded by a <see cref="FakeTracklyClient"/>.</summary>
/// <param name="MessageId">The id of the message. The caller received it, unless the response was lost.</param>
/// <param name="Request">The request, the same instance that was passed to <see cref="FakeTracklyClient.SendAsync(SendRequest, CancellationToken)"/>.</param>
public sealed record QueuedRequest(string MessageId, SendRequest Request);
