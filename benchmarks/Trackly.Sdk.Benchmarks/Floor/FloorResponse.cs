namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>The response to an accepted message.</summary>
internal sealed record FloorResponse(bool Success, string MessageId, string Status);
