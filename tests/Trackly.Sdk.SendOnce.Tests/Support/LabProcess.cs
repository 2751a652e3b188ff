using System.Diagnostics;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>Another process: a worker of the crash lab, which is built beside the tests.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process _process;

    public LabProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CrashLab.exe" : "CrashLab"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        (await _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().InTimeAsync("the process says that it is ready")).Should().Be("ready");

    /// <summary>Lets the process go, and reads what it says until it ends.</summary>
    public async Task<string[]> RunAsync(CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync();
        var lines = (await _process.StandardOutput.ReadToEndAsync(cancellationToken).InTimeAsync("the process closes its output")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await _process.WaitForExitAsync(cancellationToken).InTimeAsync("the process ends");
        _process.ExitCode.Should().Be(0);
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
