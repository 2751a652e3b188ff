using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.Benchmarks.Cold;

/// <summary>The published program that sends one message.</summary>
internal sealed class ColdProgram
{
    private readonly string _path;

    private ColdProgram(string name, string path) => (Name, _path) = (name, path);

    public string Name { get; }

    /// <param name="name">The name in the table.</param>
    /// <param name="ahead">Whether it is compiled ahead of time.</param>
    public static ColdProgram Publish(string name, bool ahead)
    {
        var into = Repository.GetPath($"artifacts/first-send/{name}");
        string[] how = ahead ? [] : ["-p:PublishAot=false"];
        string[] where = ["--artifacts-path", $"{into}/build", "-o", $"{into}/program"];
        using var process = Process.Start("dotnet", ["publish", Repository.GetPath("benchmarks/Trackly.Sdk.FirstSend"), "-v", "quiet", "--nologo", .. where, .. how]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? new ColdProgram(name, $"{into}/program/Trackly.Sdk.FirstSend")
            : throw new InvalidOperationException($"The program for {name} could not be published; ahead of time needs a C compiler.");
    }

    public async Task<ColdStart> StartAsync(string sender, Uri baseAddress)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(_path, [sender, baseAddress.ToString()]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new ColdStart(TimeSpan.FromMicroseconds(double.Parse(output, CultureInfo.InvariantCulture)), Stopwatch.GetElapsedTime(start))
            : throw new InvalidOperationException($"{_path} {sender} ended with {process.ExitCode}.");
    }
}
