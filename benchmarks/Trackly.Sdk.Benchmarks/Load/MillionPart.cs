using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// Sends a million messages, 64 at once, and checks that the working set does not grow. The first ten thousand are sent in bursts: sent at once, they would
/// finish before tier-1 JIT compilation, whose 11 MB of code would then count as growth.
/// </summary>
internal static class MillionPart
{
    private const int AtOnce = 64;
    private const int First = 10_000;
    private const int Bursts = 20;
    private const int Step = 10_000;
    private const int All = 1_000_000;
    private const double MaxRatio = 1.05;

    private static readonly TimeSpan BetweenBursts = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync()
    {
        using var server = new ServerProcess();
        using var senders = new SocketSenders(server.BaseAddress);
        for (var burst = 0; burst < Bursts; burst++)
        {
            await ConcurrentSends.SendAsync(senders.Sdk, AtOnce, First / Bursts);
            await Task.Delay(BetweenBursts);
        }

        var (first, highest) = (Environment.WorkingSet, 0L);
        for (var sent = First; sent < All; sent += Step)
        {
            await ConcurrentSends.SendAsync(senders.Sdk, AtOnce, Step);
            highest = Math.Max(highest, Environment.WorkingSet);
        }

        var (last, arrived) = (Environment.WorkingSet, await server.CountAsync());
        if (arrived != All)
            throw new InvalidOperationException(Invariant($"{arrived} messages arrived: this measurement is void."));
        var code = (double)highest / first > MaxRatio ? ExitCode.Missed : ExitCode.Ok;
        Console.WriteLine();
        Console.WriteLine(Invariant($"A million messages, {AtOnce} at once: working set"));
        Console.WriteLine(Invariant($"    after the first {First}: {first / 1e6:0.0} MB; at the end: {last / 1e6:0.0} MB, {(double)last / first:0.000}x; ")
            + Invariant($"at its highest: {highest / 1e6:0.0} MB, {(double)highest / first:0.000}x, at most {MaxRatio:0.00}x  {ExitCode.GetLabel(code)}"));
        return code;
    }
}
