using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary><c>--quick</c>: every world in its own process, one after the other. <c>--quick WORLD</c> runs one alone.</summary>
internal static class QuickCommand
{
    private const int Ok = 0;
    private const int Missed = 1;
    private const int TooNoisy = 2;

    public static int Run(IReadOnlyList<string> names)
    {
        if (names is [var name])
            return Run(Worlds.All.Single(world => world.Name == name));
        Machine.Print();
        var results = Worlds.All.Select(world => RunInItsOwnProcess(world.Name)).ToList();
        Console.WriteLine();
        Console.WriteLine(results.Max() switch
        {
            Ok => "Every target is met.",
            Missed => "A target is MISSED.",
            TooNoisy => "Too noisy to judge: something else keeps the machine busy. Run it again.",
            _ => "A measurement broke off.",
        });
        return results.Max();
    }

    private static int Run(World world)
    {
        var groups = world.Groups();
        Rounds.Run([.. groups.SelectMany(group => group.Rows)]);
        Table.PrintHead(world.Title);
        foreach (var group in groups)
            Table.Print(group);
        if (groups.Any(group => group.IsNoisy))
            return TooNoisy;
        return groups.Any(group => group.Rows.Any(row => Judge.Of(row, group.Floor) == Verdict.Missed)) ? Missed : Ok;
    }

    private static int RunInItsOwnProcess(string world)
    {
        using var process = Process.Start(Environment.ProcessPath!, ["--quick", world]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
