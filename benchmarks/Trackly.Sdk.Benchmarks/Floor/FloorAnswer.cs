namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>The answer to an accepted message.</summary>
internal sealed record FloorAnswer(bool Success, string MessageId, string Status);
