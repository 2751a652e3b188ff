using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks;

/// <summary>Runs the parts of a command one after the other, each in its own process, so that no part inherits the JIT's and the heap's state from another.</summary>
internal static class Parts
{
    /// <summary>The path of this program. The current process may be <c>dotnet</c>.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, typeof(Parts).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static int Run(string command, IEnumerable<string> parts)
    {
        Machine.Print();
        return parts.Select(part => RunInItsOwnProcess(command, part)).ToList().Aggregate(ExitCode.Ok, ExitCode.Worst);
    }

    /// <summary>Runs the parts and prints whether all targets are met.</summary>
    public static int RunAndCheck(string command, IEnumerable<string> parts)
    {
        var worst = Run(command, parts);
        Console.WriteLine();
        Console.WriteLine(ExitCode.GetSummary(worst));
        return worst;
    }

    private static int RunInItsOwnProcess(string command, string part)
    {
        using var process = Process.Start(Program, [command, part]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
