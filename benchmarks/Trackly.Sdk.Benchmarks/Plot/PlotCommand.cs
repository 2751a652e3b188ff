using OxyPlot.Axes;
using Trackly.Sdk.Benchmarks.Contests;
using Trackly.Sdk.Benchmarks.Load;
using Trackly.Sdk.Benchmarks.Quick;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Server;
using Trackly.Sdk.Benchmarks.Wire;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Plot;

/// <summary><c>--plot</c>: measures how the cost of a send grows with size and concurrency, and draws it for docs/performance.md.</summary>
internal static class PlotCommand
{
    public const string Name = "--plot";

    private static readonly int[] Sizes = [50, 200, 400, 800, 1200, 1600];
    private static readonly int[] AtOnce = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    private static readonly Dictionary<string, Func<Task>> All = new() { ["size"] = DrawSizeAsync, ["concurrency"] = DrawConcurrencyAsync };

    public static IEnumerable<string> Parts => All.Keys;

    public static async Task<int> RunAsync(string part)
    {
        await All[part]();
        return ExitCode.Ok;
    }

    private static Task DrawSizeAsync()
    {
        var senders = new InMemorySenders(CannedResponse.Accepted);
        var messages = Sizes.ToDictionary(static characters => characters, Message.Plain);
        var curves = new[] { senders.Floor, senders.Refit, senders.Sdk }
            .Select(sender => (sender.Name, Rows: messages.Select(message => (message.Key, Row: new AcceptedRow(sender, message.Value))).ToList())).ToList();
        Rounds.Run([.. curves.SelectMany(static curve => curve.Rows.Select(static at => at.Row))]);
        Save("cost-size.svg", new LinearAxis { Title = "characters in the message", Minimum = 0, Maximum = 1700 }, "time per send in memory, µs",
            [.. curves.Select(static curve => new Curve(curve.Name, [.. curve.Rows.Select(static at => ((double)at.Key, at.Row.Measured.Nanoseconds / 1000))]))]);
        return Task.CompletedTask;
    }

    private static async Task DrawConcurrencyAsync()
    {
        using var server = new ServerProcess();
        using var senders = new SocketSenders(server.BaseAddress);
        Sender[] all = [senders.Floor, senders.Refit, senders.Sdk, senders.SdkInHost];
        var points = all.ToDictionary(static sender => sender.Name, static _ => new List<(double, double)>());
        foreach (var atOnce in AtOnce)
        {
            var competitors = all.Select(sender => new Competitor<LoadSample>(sender.Name, () => ConcurrentSends.SendAsync(sender, atOnce))).ToList();
            await Contest.RunAsync(competitors, rounds: 9);
            foreach (var one in competitors)
                points[one.Name].Add((atOnce, one.Median(static sample => sample.CpuMicroseconds)));
        }

        Save("cost-concurrency.svg", new LogarithmicAxis { Title = "sends at once", Base = 2, Minimum = 0.9, Maximum = 600 }, "processor time per send over sockets, µs",
            [.. points.Select(static curve => new Curve(curve.Key, curve.Value))]);
    }

    private static void Save(string file, Axis across, string upwards, IReadOnlyList<Curve> curves)
    {
        Drawing.Save(Repository.GetPath($"docs/images/{file}"), across, upwards, curves);
        Console.WriteLine();
        Console.WriteLine($"docs/images/{file}: {upwards}");
        Console.WriteLine($"  {across.Title,-46}" + string.Concat(curves[0].Points.Select(static point => Invariant($"{point.X,7}"))));
        foreach (var curve in curves)
            Console.WriteLine($"    {curve.Name,-44}" + string.Concat(curve.Points.Select(static point => Invariant($"{point.Microseconds,7:0.00}"))));
    }
}
