using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>One who sends, and many at once: how many messages a second, how long the slowest of a hundred takes, and how much processor time one costs.</summary>
internal static class SocketsPart
{
    private const double LeastSends = 0.97;
    private const double MostLatency = 1.05;
    private const int LatencyJudgedAt = 64;

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
            Competitor<Turn> Entrant(Sender sender) => new(sender.Name, () => Crowd.SendAsync(sender, atOnce));
            var (floor, sdk) = (Entrant(senders.Floor), Entrant(senders.Sdk));
            Competitor<Turn>[] all = [floor, Entrant(senders.FactoryFloor), Entrant(senders.LeanFloor), Entrant(senders.Refit), sdk, Entrant(senders.SdkOverHttpClient), Entrant(senders.SdkInHost)];
            await Contest.RunAsync(all);
            Console.WriteLine(Invariant($"  {atOnce} at once"));
            foreach (var one in all)
                worst = ExitCode.Worse(worst, Print(one, floor, one == sdk ? LeastSends : null, one == sdk && atOnce == LatencyJudgedAt ? MostLatency : null));
        }

        return worst;
    }

    private static int Print(Competitor<Turn> one, Competitor<Turn> floor, double? leastSends, double? mostLatency)
    {
        var (sends, latency, cpu) = (one.Against(floor, SendsPerSecond), one.Against(floor, Latency), one.Against(floor, Cpu));
        var code = ExitCode.Worse(sends.Judge(atLeast: leastSends), latency.Judge(atMost: mostLatency));
        Console.WriteLine(Invariant($"    {one.Name,-44}{one.Median(SendsPerSecond),9:0}{sends.Median,7:0.00}x{leastSends,10:0.00x}")
            + Invariant($"{one.Median(Latency),9:0.000} ms{latency.Median,7:0.00}x{mostLatency,9:0.00x}")
            + Invariant($"{one.Median(Cpu),9:0.0} us{cpu.Median,7:0.00}x{one.Median(static turn => turn.Kernel / turn.Cpu) * 100,7:0} %")
            + (leastSends is null ? "" : $"  {ExitCode.WordFor(code)}"));
        return code;

        static double SendsPerSecond(Turn turn) => turn.SendsPerSecond;
        static double Latency(Turn turn) => turn.Latency99.TotalMilliseconds;
        static double Cpu(Turn turn) => turn.CpuMicroseconds;
    }
}
