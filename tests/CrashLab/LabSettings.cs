namespace Trackly.Sdk.CrashLab;

/// <summary>What a run does.</summary>
internal sealed record LabSettings(int Seed, int Messages, int Workers, int KillEvery, int Tasks);
