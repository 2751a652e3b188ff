using System.Collections.Concurrent;
using System.Diagnostics;
using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// Messages per second and the 99th percentile of the latency of a stream, against <c>Parallel.ForEachAsync</c> over hand-written code. The latency of the stream is that of the
/// attempt, which the SDK measures: from outside, it would include the time in which a message waits for its turn.
/// </summary>
internal static class ManyThroughputPart
{
    private const double MinSends = 0.97;
    private const double MaxLatency = 1.05;
    private const int LatencyCheckedAt = 64;

    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync()
    {
        using var server = new ServerProcess();
        using var httpClient = new HttpClient();
        var floor = new FloorClient(httpClient, Account.GetSendAddress(server.BaseAddress), Account.ApiKey);
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = Account.ApiKey, BaseAddress = server.BaseAddress });
        Console.WriteLine();
        Console.WriteLine("SendManyAsync and Parallel.ForEachAsync over loopback sockets (medians of the rounds, ratios within a round)");
        Console.WriteLine($"  {"",-46}{"sends/s",9}{"ratio",8}{"at least",10}{"p99",12}{"ratio",8}{"at most",9}{"CPU/send",12}{"ratio",8}");
        var worst = ExitCode.Ok;
        foreach (var atOnce in (int[])[16, 64])
        {
            var byHand = new Competitor<LoadSample>("by hand, Parallel.ForEachAsync", () => MeasureAsync(latencies => SendByHandAsync(floor, atOnce, latencies)));
            var stream = new Competitor<LoadSample>("SDK, SendManyAsync", () => MeasureAsync(latencies => SendStreamAsync(client, atOnce, latencies)));
            await Contest.RunAsync([byHand, stream]);
            Console.WriteLine(Invariant($"  {atOnce} at once"));
            Print(byHand, byHand, maxLatency: null, minSends: null);
            worst = ExitCode.Worst(worst, Print(stream, byHand, atOnce == LatencyCheckedAt ? MaxLatency : null, MinSends));
        }

        return worst;
    }

    private static async Task<LoadSample> MeasureAsync(Func<ConcurrentQueue<TimeSpan>, Task> sendAsync)
    {
        ConcurrentQueue<TimeSpan> latencies = [];
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage);
        await sendAsync(latencies);
        var (elapsed, after) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage);
        var sorted = latencies.Order().ToList();
        return new LoadSample(sorted.Count, elapsed, after.TotalTime - before.TotalTime, after.PrivilegedTime - before.PrivilegedTime, sorted[sorted.Count * 99 / 100]);
    }

    private static Task SendByHandAsync(FloorClient floor, int atOnce, ConcurrentQueue<TimeSpan> latencies) =>
        Parallel.ForEachAsync(RepeatUntilTheEnd(Message.Short.ByHand), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (message, cancellationToken) =>
        {
            var start = Stopwatch.GetTimestamp();
            await floor.SendAsync(message, cancellationToken);
            latencies.Enqueue(Stopwatch.GetElapsedTime(start));
        });

    private static async Task SendStreamAsync(TracklyClient client, int atOnce, ConcurrentQueue<TimeSpan> latencies)
    {
        var options = new SendManyOptions { MaxConcurrency = atOnce, MaxPerMinutePerList = null };
        await foreach (var result in client.SendManyAsync(RepeatUntilTheEnd(Message.Short.Request), options))
            latencies.Enqueue(result.Response!.Attempts[^1].Duration);
    }

    private static IEnumerable<T> RepeatUntilTheEnd<T>(T message)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Duration;)
            yield return message;
    }

    private static int Print(Competitor<LoadSample> one, Competitor<LoadSample> floor, double? maxLatency, double? minSends)
    {
        var (sends, latency, cpu) = (one.Against(floor, SendsPerSecond), one.Against(floor, Latency), one.Against(floor, Cpu));
        var code = ExitCode.Worst(sends.Check(atLeast: minSends), latency.Check(atMost: maxLatency));
        Console.WriteLine(Invariant($"    {one.Name,-44}{one.Median(SendsPerSecond),9:0}{sends.Median,7:0.00}x{minSends,10:0.00x}")
            + Invariant($"{one.Median(Latency),9:0.000} ms{latency.Median,7:0.00}x{maxLatency,9:0.00x}")
            + Invariant($"{one.Median(Cpu),9:0.0} us{cpu.Median,7:0.00}x")
            + (minSends is null ? "" : $"  {ExitCode.GetLabel(code)}"));
        return code;

        static double SendsPerSecond(LoadSample sample) => sample.SendsPerSecond;
        static double Latency(LoadSample sample) => sample.Latency99.TotalMilliseconds;
        static double Cpu(LoadSample sample) => sample.CpuMicroseconds;
    }
}
