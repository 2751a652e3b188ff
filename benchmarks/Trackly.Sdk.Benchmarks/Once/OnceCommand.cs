using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks.Once;

/// <summary>
/// <c>--once</c>: send-once beside plain SendAsync and beside the same work by hand. The crash lab measures it, which has the databases and the worker
/// processes already. Further arguments go to it.
/// </summary>
internal static class OnceCommand
{
    public const string Name = "--once";

    /// <summary>Names a PostgreSQL server, such as the one that .ci/postgres starts.</summary>
    private const string ServerVariable = "TRACKLY_TEST_POSTGRES";

    public static int Run(IReadOnlyList<string> arguments)
    {
        Machine.Print();
        var worst = Measure("sqlite", arguments);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ServerVariable)))
            worst = ExitCode.Worst(worst, Measure("postgres", arguments));
        else
            Console.WriteLine("PostgreSQL is not measured: there is no server. Start this command with .ci/postgres in front of it.");
        Console.WriteLine();
        Console.WriteLine(ExitCode.GetSummary(worst));
        return worst;
    }

    private static int Measure(string store, IReadOnlyList<string> arguments)
    {
        string[] how = ["run", "-c", "Release", "--project", Repository.GetPath("tests/CrashLab"), "--", "measure", "--store", store];
        using var process = Process.Start("dotnet", [.. how, .. arguments]);
        process.WaitForExit();
        return process.ExitCode is ExitCode.Ok or ExitCode.Missed ? process.ExitCode : ExitCode.Failed;
    }
}
