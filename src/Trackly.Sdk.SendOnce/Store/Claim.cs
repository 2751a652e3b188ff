namespace Trackly.Sdk.SendOnce.Store;

/// <summary>One call's claim of a key, and how long ago it was made by the clocks of this machine.</summary>
internal sealed class Claim(string key, string fingerprint, TimeProvider clock)
{
    private static readonly string Process = $"{Environment.MachineName}:{Environment.ProcessId}";

    private readonly long _startedAt = clock.GetTimestamp();
    private readonly DateTimeOffset _startedAtTime = clock.GetUtcNow();

    public string Key { get; } = key;

    public string Fingerprint { get; } = fingerprint;

    /// <summary>No two calls have the same, so that each settles its own claim and no other.</summary>
    public string Owner { get; } = $"{Process}:{Guid.NewGuid():N}";

    /// <summary>Whether the database may hold the claim, although nobody said so: the connection broke while it was written.</summary>
    public bool MayBeStored { get; set; }

    /// <summary>The longer of two measures: one clock stops while a machine is suspended, the other may be set back.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            var (steady, wall) = (clock.GetElapsedTime(_startedAt), clock.GetUtcNow() - _startedAtTime);
            return steady > wall ? steady : wall;
        }
    }
}
