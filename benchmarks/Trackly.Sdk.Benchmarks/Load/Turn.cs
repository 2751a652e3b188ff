namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>What was seen while many sent at once.</summary>
/// <param name="Sends">How many messages were accepted.</param>
/// <param name="Elapsed">How long it took until the last one was.</param>
/// <param name="Cpu">How much processor time this process took for it.</param>
/// <param name="Kernel">How much of that the operating system took, for sockets and threads.</param>
/// <param name="Latency99">99 of 100 sends took no longer than this.</param>
internal sealed record Turn(long Sends, TimeSpan Elapsed, TimeSpan Cpu, TimeSpan Kernel, TimeSpan Latency99)
{
    /// <summary>How many requests left, tries again included.</summary>
    public long Requests { get; init; } = Sends;

    public double SendsPerSecond => Sends / Elapsed.TotalSeconds;

    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    public double RequestsPerSend => (double)Requests / Sends;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Sends;
}
