using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Trackly.Sdk.Benchmarks.Server;

namespace Trackly.Sdk.Benchmarks.Full;

/// <summary><c>--full</c>: single sends, measured by BenchmarkDotNet. The remaining arguments go to BenchmarkDotNet, such as <c>--filter *Socket*</c>.</summary>
internal static class FullCommand
{
    public const string Name = "--full";

    /// <summary>Passes the server's address to the processes that BenchmarkDotNet starts.</summary>
    private const string ServerVariable = "TRACKLY_BENCHMARKS_SERVER";

    public static Uri ServerAddress => new(Environment.GetEnvironmentVariable(ServerVariable) ?? throw new InvalidOperationException($"{ServerVariable} is not set."));

    public static int Run(string[] arguments)
    {
        // BenchmarkDotNet searches for the project from the current directory.
        Environment.CurrentDirectory = Repository.GetPath("");
        using var server = new ServerProcess();
        Environment.SetEnvironmentVariable(ServerVariable, server.BaseAddress.ToString());
        var summaries = BenchmarkSwitcher.FromTypes([typeof(InMemoryBenchmarks), typeof(SocketBenchmarks)])
            .Run(arguments is [] ? ["--filter", "*"] : arguments, Config());
        return summaries.All(static summary => summary.Reports.All(static report => report.Success)) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static ManualConfig Config() => ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(200)).WithWarmupCount(8).WithIterationCount(15))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .HideColumns(Column.Gen0, Column.Gen1, Column.Gen2, Column.Error, Column.StdDev, Column.Median)
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(50))
        .WithArtifactsPath(Repository.GetPath("artifacts/benchmarks"));
}
