using System.Diagnostics;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// One stream of many messages, 64 at once: each has its result, and the working set does not grow. The first ten thousand come in bursts, as in <see cref="MillionPart"/>.
/// </summary>
internal static class ManyMemoryPart
{
    public const int First = 10_000;

    private const int AtOnce = 64;
    private const int Burst = 500;
    private const int Step = 10_000;
    private const double MaxRatio = 1.05;

    private static readonly TimeSpan BetweenBursts = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(int messages)
    {
        using var server = new ServerProcess();
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = Account.ApiKey, BaseAddress = server.BaseAddress });
        var (received, accepted, first, highest) = (0, 0, 0L, 0L);
        var seen = new bool[messages];
        var start = Stopwatch.GetTimestamp();
        await foreach (var result in client.SendManyAsync(CreateMessagesAsync(messages), new SendManyOptions { MaxConcurrency = AtOnce, MaxPerMinutePerList = null }))
        {
            if (seen[result.Index])
                throw new InvalidOperationException(Invariant($"The message {result.Index} has two results."));
            seen[result.Index] = true;
            accepted += result.Outcome == SendOutcome.Accepted ? 1 : 0;
            if (++received == First)
                (first, start) = (Environment.WorkingSet, Stopwatch.GetTimestamp());
            if (received > First && received % Step == 0)
                highest = Math.Max(highest, Environment.WorkingSet);
        }

        var (elapsed, last, arrived) = (Stopwatch.GetElapsedTime(start), Environment.WorkingSet, await server.CountAsync());
        if ((received, accepted, arrived) != (messages, messages, messages))
            throw new InvalidOperationException(Invariant($"{received} results, {accepted} accepted and {arrived} arrived of {messages}: this measurement is void."));
        var code = (double)highest / first > MaxRatio ? ExitCode.Missed : ExitCode.Ok;
        Console.WriteLine();
        Console.WriteLine(Invariant($"A stream of {messages} messages, {AtOnce} at once: each accepted once, {(messages - First) / elapsed.TotalSeconds:0} a second; working set"));
        Console.WriteLine(Invariant($"    after the first {First}: {first / 1e6:0.0} MB; at the end: {last / 1e6:0.0} MB, {(double)last / first:0.000}x; ")
            + Invariant($"at its highest: {highest / 1e6:0.0} MB, {(double)highest / first:0.000}x, at most {MaxRatio:0.00}x  {ExitCode.GetLabel(code)}"));
        return code;
    }

    private static async IAsyncEnumerable<SendRequest> CreateMessagesAsync(int messages)
    {
        for (var index = 0; index < messages; index++)
        {
            if (index <= First && index % Burst == 0)
                await Task.Delay(BetweenBursts);
            yield return Message.Short.Request;
        }
    }
}
