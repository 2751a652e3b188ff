using System.Diagnostics;
using Trackly.Sdk.Benchmarks.Senders;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>Runs many senders at once, each sending one message after the other.</summary>
internal static class ConcurrentSends
{
    /// <summary>Long enough for thousands of sends, and short enough that the machine hardly changes within a round.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends until the time is up.</summary>
    public static async Task<LoadSample> SendAsync(Sender sender, int atOnce)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage);
        var end = start + (long)(Duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => SendUntilAsync(sender, end))));
        var (elapsed, after) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage);
        var sorted = latencies.SelectMany(static some => some).Order().ToList();
        return new LoadSample(
            sorted.Count,
            elapsed,
            after.TotalTime - before.TotalTime,
            after.PrivilegedTime - before.PrivilegedTime,
            TimeSpan.FromSeconds((double)sorted[sorted.Count * 99 / 100] / Stopwatch.Frequency));
    }

    /// <summary>Sends a number of messages without recording anything.</summary>
    public static async Task SendAsync(Sender sender, int atOnce, int messages)
    {
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref messages) >= 0)
                await sender.SendAsync(Message.Short);
        })));
    }

    private static async Task<List<long>> SendUntilAsync(Sender sender, long end)
    {
        List<long> latencies = [];
        for (var start = Stopwatch.GetTimestamp(); start < end;)
        {
            await sender.SendAsync(Message.Short);
            var now = Stopwatch.GetTimestamp();
            latencies.Add(now - start);
            start = now;
        }

        return latencies;
    }
}
