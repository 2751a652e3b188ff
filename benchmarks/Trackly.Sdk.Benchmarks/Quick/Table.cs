using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Prints the measurements, with ratios to the first row of each group.</summary>
internal static class Table
{
    public static void PrintHead(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine($"  {"",-46}{"time",11}{"ratio",8}{"at most",9}{"bytes",9}{"ratio",8}{"at most",9}");
    }

    public static void Print(Group group)
    {
        Console.WriteLine($"  {group.Name}{(group.IsNoisy ? "  (too noisy: few rounds are near the best one)" : "")}");
        foreach (var row in group.Rows)
            Console.WriteLine($"    {FormatRow(row, group.Floor)}");
    }

    private static string FormatRow(Row row, Measurements floor)
    {
        var (measured, target) = (row.Measured, row.Target);
        var timeLimit = target?.ExtraMicroseconds is { } more ? Invariant($"+{more:0.##} us") : Ratio(target?.Time);
        return Invariant($"{row.Name,-44}{measured.Nanoseconds / 1000,8:0.00} us{Ratio(measured.Nanoseconds / floor.Nanoseconds),8}{timeLimit,9}")
            + Invariant($"{measured.Bytes,9:0}{Ratio(measured.Bytes / floor.Bytes),8}{Ratio(target?.Bytes),9}  {Word(TargetCheck.Check(row, floor))}");
    }

    private static string Ratio(double? ratio) => ratio is { } value ? Invariant($"{value:0.00}x") : "";

    private static string Word(TargetResult result) => result switch { TargetResult.Ok => "ok", TargetResult.Missed => "MISSED", _ => "" };
}
