using System.Diagnostics;
using System.Globalization;
using Trackly.Sdk.Benchmarks.Contests;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary><c>--import</c>: contacts in bulk calls, to an emulator in another process, beside a loop written by hand.</summary>
internal static class ImportCommand
{
    public const string Name = "--import";

    private const int DefaultRows = 100_000;
    private const int Rounds = 12;
    private const double MinRatio = 0.97;
    private const double MaxGrowth = 1.05;

    /// <summary>The number of rows. At least ten calls, so that memory has a start and an end.</summary>
    public static int? ParseRows(string[] rest) => rest switch
    {
        [] => DefaultRows,
        [var rows] when int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 10_000 => number,
        _ => null,
    };

    public static async Task<int> RunAsync(int rows)
    {
        Machine.Print();
        using var emulator = new EmulatorProcess();
        using var importer = new SdkImport(emulator.BaseAddress, emulator.ListNumber);
        using var loop = new HandWrittenImport(emulator.BaseAddress, emulator.ListNumber);
        var byHand = new Competitor<ImportSample>("by hand", () => MeasureAsync(loop.RunAsync, rows));
        var sdk = new Competitor<ImportSample>("SDK, ImportAsync", () => MeasureAsync(importer.RunAsync, rows));
        await Contest.RunAsync([byHand, sdk], Rounds);

        var (speed, growth) = (sdk.Against(byHand, static sample => sample.RowsPerSecond), sdk.Median(static sample => sample.Growth));
        var (speedCode, growthCode) = (speed.Check(atLeast: MinRatio), growth > MaxGrowth ? ExitCode.Missed : ExitCode.Ok);
        Console.WriteLine();
        Console.WriteLine(Invariant($"{rows:N0} contacts in bulk calls of 1,000; {ImportRows.FaultyPercent} % of the rows are faulty, {EmulatorCommand.FaultPercent} % of the calls get a 503"));
        Console.WriteLine(Invariant($"    by hand: {byHand.Median(static sample => sample.RowsPerSecond):N0} rows/s, {byHand.Median(static sample => sample.Cpu.TotalMilliseconds):N0} ms of CPU"));
        Console.WriteLine(Invariant($"    SDK: {sdk.Median(static sample => sample.RowsPerSecond):N0} rows/s, {sdk.Median(static sample => sample.Cpu.TotalMilliseconds):N0} ms of CPU; ")
            + Invariant($"{speed.Median:0.00}x, at least {MinRatio:0.00}x  {ExitCode.GetLabel(speedCode)}"));
        Console.WriteLine(Invariant($"    SDK: working set at its highest {growth:0.000}x of that after a tenth of the rows, at most {MaxGrowth:0.00}x  {ExitCode.GetLabel(growthCode)}"));
        Console.WriteLine("    every row has exactly one result");
        return ExitCode.Worst(speedCode, growthCode);
    }

    private static async Task<ImportSample> MeasureAsync(Func<int, ImportCount, Task> importAsync, int rows)
    {
        var count = new ImportCount(rows);
        var (cpu, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await importAsync(rows, count);
        var sample = new ImportSample(rows, Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu, count.Growth);
        count.Check();
        return sample;
    }
}
