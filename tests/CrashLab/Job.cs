namespace Trackly.Sdk.CrashLab;

/// <summary>One delivery of a key.</summary>
internal sealed record Job(long Id, string Key);
