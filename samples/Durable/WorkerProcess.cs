using System.Diagnostics;

namespace Durable;

/// <summary>A worker in a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(Settings settings)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var argument in (string[])[typeof(WorkerProcess).Assembly.Location, "--worker", .. settings.ToArguments()])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>SIGKILL: the process has no chance to say or write anything.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
