using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// A million messages, 64 at once: whether the process grows with them. The first ten thousand take the time that they would take in service: sent in one go they
/// are over before the JIT has compiled what it finds hot, and its code, 11 MB, would come later.
/// </summary>
internal static class MillionPart
{
    private const int AtOnce = 64;
    private const int First = 10_000;
    private const int Bursts = 20;
    private const int Step = 10_000;
    private const int All = 1_000_000;
    private const double Most = 1.05;

    private static readonly TimeSpan BetweenBursts = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync()
    {
        using var server = new ServerProcess();
        using var senders = new SocketSenders(server.BaseAddress);
        for (var burst = 0; burst < Bursts; burst++)
        {
            await Crowd.SendAsync(senders.Sdk, AtOnce, First / Bursts);
            await Task.Delay(BetweenBursts);
        }

        var (first, highest) = (Environment.WorkingSet, 0L);
        for (var sent = First; sent < All; sent += Step)
        {
            await Crowd.SendAsync(senders.Sdk, AtOnce, Step);
            highest = Math.Max(highest, Environment.WorkingSet);
        }

        var (last, arrived) = (Environment.WorkingSet, await server.CountAsync());
        if (arrived != All)
            throw new InvalidOperationException(Invariant($"{arrived} messages arrived: this measurement is void."));
        var code = (double)highest / first > Most ? ExitCode.Missed : ExitCode.Ok;
        Console.WriteLine();
        Console.WriteLine(Invariant($"A million messages, {AtOnce} at once: working set"));
        Console.WriteLine(Invariant($"    after the first {First}: {first / 1e6:0.0} MB; at the end: {last / 1e6:0.0} MB, {(double)last / first:0.000}x; ")
            + Invariant($"at its highest: {highest / 1e6:0.0} MB, {(double)highest / first:0.000}x, at most {Most:0.00}x  {ExitCode.WordFor(code)}"));
        return code;
    }
}
