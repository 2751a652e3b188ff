using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Server;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Cold;

/// <summary>
/// <c>--cold</c>: the first send of a process, with the JIT and compiled ahead of time. The time is measured from the first line of the program, without the start of
/// the runtime; the time of the whole process is shown next to it.
/// </summary>
internal static class ColdCommand
{
    public const string Name = "--cold";

    private const double MaxRatio = 1.25;

    public static async Task<int> RunAsync()
    {
        Machine.Print();
        ColdProgram[] programs = [ColdProgram.Publish("JIT", ahead: false), ColdProgram.Publish("AOT", ahead: true)];
        using var server = new ServerProcess();
        Console.WriteLine();
        Console.WriteLine("The first send of a process (medians of the rounds, ratios within a round)");
        Console.WriteLine($"    {"",-44}{"from Main",12}{"ratio",8}{"at most",9}{"process",12}{"ratio",8}");
        var worst = ExitCode.Ok;
        foreach (var program in programs)
        {
            var floor = new Competitor<ColdStart>($"{program.Name}, by hand", () => program.StartAsync("by-hand", server.BaseAddress));
            var sdk = new Competitor<ColdStart>($"{program.Name}, SDK", () => program.StartAsync("sdk", server.BaseAddress));
            await Contest.RunAsync([floor, sdk]);
            worst = ExitCode.Worst(worst, Print(floor, sdk));
        }

        Console.WriteLine();
        Console.WriteLine(ExitCode.GetSummary(worst));
        return worst;
    }

    private static int Print(Competitor<ColdStart> floor, Competitor<ColdStart> sdk)
    {
        var (send, process) = (sdk.Against(floor, Send), sdk.Against(floor, Process));
        var code = send.Check(atMost: MaxRatio);
        Console.WriteLine(Invariant($"    {floor.Name,-44}{floor.Median(Send),9:0.00} ms{"",17}{floor.Median(Process),9:0.00} ms"));
        Console.WriteLine(Invariant($"    {sdk.Name,-44}{sdk.Median(Send),9:0.00} ms{send.Median,7:0.00}x{MaxRatio,8:0.00}x{sdk.Median(Process),9:0.00} ms{process.Median,7:0.00}x  ")
            + ExitCode.GetLabel(code));
        return code;

        static double Send(ColdStart start) => start.Send.TotalMilliseconds;
        static double Process(ColdStart start) => start.Process.TotalMilliseconds;
    }
}
