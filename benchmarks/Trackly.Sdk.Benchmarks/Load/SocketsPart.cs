using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>Measures messages per second, the 99th percentile of the latency and the CPU time per send, with one sender and with many at once.</summary>
internal static class SocketsPart
{
    private const double MinSends = 0.97;
    private const double MaxLatency = 1.05;
    private const int LatencyCheckedAt = 64;

    public static IReadOnlyList<int> AtOnce { get; } = [1, 8, 64, 512];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine();
        Console.WriteLine("Accepted, over loopback sockets (medians of the rounds, ratios within a round)");
        Console.WriteLine($"  {"",-46}{"sends/s",9}{"ratio",8}{"at least",10}{"p99",12}{"ratio",8}{"at most",9}{"CPU/send",12}{"ratio",8}{"kernel",9}");
        using var server = new ServerProcess();
        using var senders = new SocketSenders(server.BaseAddress);
        var worst = ExitCode.Ok;
        foreach (var atOnce in AtOnce)
        {
            Competitor<LoadSample> CreateCompetitor(Sender sender) => new(sender.Name, () => ConcurrentSends.SendAsync(sender, atOnce));
            var (floor, sdk) = (CreateCompetitor(senders.Floor), CreateCompetitor(senders.Sdk));
            Competitor<LoadSample>[] all = [floor, CreateCompetitor(senders.FactoryFloor), CreateCompetitor(senders.LeanFloor), CreateCompetitor(senders.Refit), sdk, CreateCompetitor(senders.SdkOverHttpClient), CreateCompetitor(senders.SdkInHost)];
            await Contest.RunAsync(all);
            Console.WriteLine(Invariant($"  {atOnce} at once"));
            foreach (var one in all)
                worst = ExitCode.Worst(worst, Print(one, floor, one == sdk ? MinSends : null, one == sdk && atOnce == LatencyCheckedAt ? MaxLatency : null));
        }

        return worst;
    }

    private static int Print(Competitor<LoadSample> one, Competitor<LoadSample> floor, double? minSends, double? maxLatency)
    {
        var (sends, latency, cpu) = (one.Against(floor, SendsPerSecond), one.Against(floor, Latency), one.Against(floor, Cpu));
        var code = ExitCode.Worst(sends.Check(atLeast: minSends), latency.Check(atMost: maxLatency));
        Console.WriteLine(Invariant($"    {one.Name,-44}{one.Median(SendsPerSecond),9:0}{sends.Median,7:0.00}x{minSends,10:0.00x}")
            + Invariant($"{one.Median(Latency),9:0.000} ms{latency.Median,7:0.00}x{maxLatency,9:0.00x}")
            + Invariant($"{one.Median(Cpu),9:0.0} us{cpu.Median,7:0.00}x{one.Median(static sample => sample.Kernel / sample.Cpu) * 100,7:0} %")
            + (minSends is null ? "" : $"  {ExitCode.GetLabel(code)}"));
        return code;

        static double SendsPerSecond(LoadSample sample) => sample.SendsPerSecond;
        static double Latency(LoadSample sample) => sample.Latency99.TotalMilliseconds;
        static double Cpu(LoadSample sample) => sample.CpuMicroseconds;
    }
}
