namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>The error envelope.</summary>
internal sealed record FloorError(string? Error, string? Code);
