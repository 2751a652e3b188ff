using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>
/// Every twentieth request gets a 503, which the SDK retries. Requests are counted, not sends, since a retry is a request too: at best the SDK makes as many per second as the
/// hand-written code does against a server that accepts everything. The delay between attempts is minimal, because it would hide everything else.
/// </summary>
internal static class RetriesPart
{
    private const int AtOnce = 64;
    private const int FailEvery = 20;
    private const double MinRequests = 0.95;

    public static async Task<int> RunAsync()
    {
        using var healthy = new ServerProcess();
        using var failing = new ServerProcess(FailEvery);
        using var toHealthy = new SocketSenders(healthy.BaseAddress);
        using var toFailing = new SocketSenders(failing.BaseAddress, static retry => (retry.BaseDelay, retry.MaxRetryAttempts) = (TimeSpan.FromTicks(1), 20));
        var floor = new Competitor<LoadSample>(toHealthy.Floor.Name, () => RunCountedAsync(toHealthy.Floor, healthy));
        var sdk = new Competitor<LoadSample>(toFailing.Sdk.Name, () => RunCountedAsync(toFailing.Sdk, failing));
        await Contest.RunAsync([floor, sdk]);

        var requests = sdk.Against(floor, RequestsPerSecond);
        var code = requests.Check(atLeast: MinRequests);
        Console.WriteLine();
        Console.WriteLine(Invariant($"One of {FailEvery} requests gets a 503, {AtOnce} at once, no delay between attempts"));
        Console.WriteLine($"  {"",-46}{"sends/s",9}{"requests/s",12}{"per send",10}{"ratio",8}{"at least",10}");
        Console.WriteLine(FormatRow(floor));
        Console.WriteLine(FormatRow(sdk) + Invariant($"{requests.Median,7:0.00}x{MinRequests,10:0.00x}  {ExitCode.GetLabel(code)}"));
        return code;
    }

    private static async Task<LoadSample> RunCountedAsync(Sender sender, ServerProcess server)
    {
        var before = await server.CountAsync();
        var sample = await ConcurrentSends.SendAsync(sender, AtOnce);
        return sample with { Requests = await server.CountAsync() - before };
    }

    private static string FormatRow(Competitor<LoadSample> one) =>
        Invariant($"    {one.Name,-44}{one.Median(static sample => sample.SendsPerSecond),9:0}{one.Median(RequestsPerSecond),12:0}")
        + Invariant($"{one.Median(static sample => sample.RequestsPerSend),10:0.000}");

    private static double RequestsPerSecond(LoadSample sample) => sample.RequestsPerSecond;
}
