namespace Trackly.Sdk.Testing;

/// <summary>A message that Trackly would have queued, as recorded by a <see cref="FakeTracklyClient"/>.</summary>
/// <param name="MessageId">The id of the message. The caller received it, unless the response was lost.</param>
/// <param name="Request">A copy of what the request held when it was sent, the same as in <see cref="FakeTracklyClient.Requests"/>.</param>
public sealed record QueuedRequest(string MessageId, SendRequest Request);
