namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary><c>--quick</c>: what a send costs in memory, in every world.</summary>
internal static class QuickCommand
{
    public const string Name = "--quick";

    public static IEnumerable<string> Parts => Worlds.All.Select(static world => world.Name);

    public static int Run(string name)
    {
        var world = Worlds.All.Single(world => world.Name == name);
        var groups = world.Groups();
        Rounds.Run([.. groups.SelectMany(group => group.Rows)]);
        Table.PrintHead(world.Title);
        foreach (var group in groups)
            Table.Print(group);
        if (groups.Any(group => group.Rows.Any(row => Judge.Of(row, group.Floor) == Verdict.Missed)))
            return ExitCode.Missed;
        return groups.Any(group => group.IsNoisy) ? ExitCode.TooNoisy : ExitCode.Ok;
    }
}
