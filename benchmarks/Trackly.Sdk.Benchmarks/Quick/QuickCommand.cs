namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary><c>--quick</c>: the cost of a send in memory, in every scenario.</summary>
internal static class QuickCommand
{
    public const string Name = "--quick";

    public static IEnumerable<string> Parts => Scenarios.All.Select(static scenario => scenario.Name);

    public static int Run(string name)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);
        var groups = scenario.Groups();
        Rounds.Run([.. groups.SelectMany(group => group.Rows)]);
        Table.PrintHead(scenario.Title);
        foreach (var group in groups)
            Table.Print(group);
        if (groups.Any(group => group.Rows.Any(row => TargetCheck.Check(row, group.Floor) == TargetResult.Missed)))
            return ExitCode.Missed;
        return groups.Any(group => group.IsNoisy) ? ExitCode.TooNoisy : ExitCode.Ok;
    }
}
