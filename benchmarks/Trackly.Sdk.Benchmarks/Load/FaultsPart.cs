using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// Every twentieth request is answered 503, and the SDK tries again. Counted are requests, since a retry is one more: at best it makes as many a second as the
/// hand-written code does against a server that accepts everything. The wait between tries is as short as can be: a wait costs nothing, but it would be all there is to see.
/// </summary>
internal static class FaultsPart
{
    private const int AtOnce = 64;
    private const int FaultEvery = 20;
    private const double LeastRequests = 0.95;

    public static async Task<int> RunAsync()
    {
        using var sound = new ServerProcess();
        using var faulty = new ServerProcess(FaultEvery);
        using var toSound = new SocketSenders(sound.BaseAddress);
        using var toFaulty = new SocketSenders(faulty.BaseAddress, static retry => (retry.BaseDelay, retry.MaxRetryAttempts) = (TimeSpan.FromTicks(1), 20));
        var floor = new Competitor<Turn>(toSound.Floor.Name, () => CountedAsync(toSound.Floor, sound));
        var sdk = new Competitor<Turn>(toFaulty.Sdk.Name, () => CountedAsync(toFaulty.Sdk, faulty));
        await Contest.RunAsync([floor, sdk]);

        var requests = sdk.Against(floor, RequestsPerSecond);
        var code = requests.Judge(atLeast: LeastRequests);
        Console.WriteLine();
        Console.WriteLine(Invariant($"One of {FaultEvery} requests is answered 503, {AtOnce} at once, no wait between tries"));
        Console.WriteLine($"  {"",-46}{"sends/s",9}{"requests/s",12}{"per send",10}{"ratio",8}{"at least",10}");
        Console.WriteLine(LineOf(floor));
        Console.WriteLine(LineOf(sdk) + Invariant($"{requests.Median,7:0.00}x{LeastRequests,10:0.00x}  {ExitCode.WordFor(code)}"));
        return code;
    }

    private static async Task<Turn> CountedAsync(Sender sender, ServerProcess server)
    {
        var before = await server.CountAsync();
        var turn = await Crowd.SendAsync(sender, AtOnce);
        return turn with { Requests = await server.CountAsync() - before };
    }

    private static string LineOf(Competitor<Turn> one) =>
        Invariant($"    {one.Name,-44}{one.Median(static turn => turn.SendsPerSecond),9:0}{one.Median(RequestsPerSecond),12:0}")
        + Invariant($"{one.Median(static turn => turn.RequestsPerSend),10:0.000}");

    private static double RequestsPerSecond(Turn turn) => turn.RequestsPerSecond;
}
