using System.Runtime;
using System.Runtime.InteropServices;

namespace Trackly.Sdk.Benchmarks;

/// <summary>Describes the machine, on which the numbers depend.</summary>
internal static class Machine
{
    public static void Print()
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores, "
            + $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC ({GCSettings.LatencyMode}), {Configuration} build");
    }

    private static string Configuration =>
#if DEBUG
        "DEBUG (void: measure with -c Release)";
#else
        "Release";
#endif
}
