using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks;

/// <summary>The parts of a command, each in a process of its own, one after the other: what the JIT and the heap learnt in one is not known in the next.</summary>
internal static class Parts
{
    /// <summary>This program. The process that runs it may be <c>dotnet</c>.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, typeof(Parts).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static int Run(string command, IEnumerable<string> parts)
    {
        Machine.Print();
        return parts.Select(part => RunInItsOwnProcess(command, part)).ToList().Aggregate(ExitCode.Ok, ExitCode.Worse);
    }

    /// <summary>Runs the parts, and says whether all of them met their targets.</summary>
    public static int Judge(string command, IEnumerable<string> parts)
    {
        var worst = Run(command, parts);
        Console.WriteLine();
        Console.WriteLine(ExitCode.SentenceFor(worst));
        return worst;
    }

    private static int RunInItsOwnProcess(string command, string part)
    {
        using var process = Process.Start(Program, [command, part]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
