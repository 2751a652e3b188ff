using System.Diagnostics;

namespace Trackly.Sdk.CrashLab;

/// <summary>Starts this program once more, with other arguments.</summary>
internal static class LabProgram
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CrashLab.exe" : "CrashLab");

    public static Process Start(bool redirect, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardInput = redirect, RedirectStandardOutput = redirect })!;
}
