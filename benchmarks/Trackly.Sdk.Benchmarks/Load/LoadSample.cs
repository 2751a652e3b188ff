namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>The measurements of one run of concurrent sends.</summary>
/// <param name="Sends">The number of accepted messages.</param>
/// <param name="Elapsed">The time until the last one was accepted.</param>
/// <param name="Cpu">The CPU time of this process.</param>
/// <param name="Kernel">The part of the CPU time spent in the operating system, for sockets and threads.</param>
/// <param name="Latency99">The 99th percentile of the latency.</param>
internal sealed record LoadSample(long Sends, TimeSpan Elapsed, TimeSpan Cpu, TimeSpan Kernel, TimeSpan Latency99)
{
    /// <summary>The number of requests, retries included.</summary>
    public long Requests { get; init; } = Sends;

    public double SendsPerSecond => Sends / Elapsed.TotalSeconds;

    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    public double RequestsPerSend => (double)Requests / Sends;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Sends;
}
