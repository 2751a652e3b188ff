using System.Globalization;

namespace Trackly.Sdk.Mutation;

/// <summary>The table of folders and the list of survivors.</summary>
internal static class Report
{
    public static string Format(IReadOnlyList<MutantResult> results)
    {
        var lines = new List<string> { "", $"{"Folder",-44}{"Mutants",9}{"Killed",9}{"Timeout",9}{"Crash",7}{"Survived",9}{"Explained",11}{"Score",9}" };
        foreach (var folder in results.GroupBy(static result => Path.GetDirectoryName(result.Mutant.File)!).OrderBy(static group => group.Key, StringComparer.Ordinal))
            lines.Add(FormatRow(folder.Key, [.. folder]));
        lines.Add(FormatRow("all", results));

        var survivors = results.Where(static result => result.Survived).ToList();
        lines.AddRange(["", $"{survivors.Count} survived:", .. survivors.Select(FormatLine)]);
        return string.Join(Environment.NewLine, lines);
    }

    public static string FormatLine(MutantResult result) =>
        $"{result.Mutant.File}:{result.Mutant.Line} {result.Mutant.Member}: {result.Mutant.Change}{result.Status switch
        {
            MutantStatus.NotReached => " (no test reaches it)",
            MutantStatus.Unconfirmed => $" (its tests do not pass without it either: {result.Test ?? "one hangs or ends the process"})",
            _ => "",
        }}";

    private static string FormatRow(string name, IReadOnlyList<MutantResult> results)
    {
        int Count(params MutantStatus[] statuses) => results.Count(result => statuses.Contains(result.Status));

        var killed = Count(MutantStatus.Killed, MutantStatus.TimedOut, MutantStatus.Crashed);
        var explained = Count(MutantStatus.Explained);
        var score = results.Count == explained ? 100 : 100.0 * killed / (results.Count - explained);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-44}{results.Count,9}{Count(MutantStatus.Killed),9}{Count(MutantStatus.TimedOut),9}{Count(MutantStatus.Crashed),7}"
            + $"{results.Count(static result => result.Survived),9}{explained,11}{score,8:0.0}%");
    }
}
