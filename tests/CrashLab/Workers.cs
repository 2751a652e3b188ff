using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.CrashLab;

/// <summary>The worker processes. A killed one is replaced at once.</summary>
internal sealed class Workers(LabSettings settings, Database database, Uri address) : IDisposable
{
    private readonly List<Process> _running = [];
    private int _started;

    /// <summary>The ids of the processes that were killed.</summary>
    public HashSet<int> Killed { get; } = [];

    public void Start()
    {
        while (_running.Count < settings.Workers)
            _running.Add(StartOne());
    }

    /// <summary>SIGKILL: the process has no chance to say or write anything.</summary>
    public void Kill(Random random)
    {
        var index = random.Next(_running.Count);
        var victim = _running[index];
        if (victim.HasExited)
            return;
        victim.Kill();
        victim.WaitForExit();
        // It may have ended in order just before.
        if (victim.ExitCode != 0)
            Killed.Add(victim.Id);
        victim.Dispose();
        _running[index] = StartOne();
    }

    /// <summary>Waits until all have ended in order.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        foreach (var process in _running)
        {
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"A worker ended with {process.ExitCode}.");
        }
    }

    public void Dispose()
    {
        foreach (var process in _running)
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }
    }

    private Process StartOne() => LabProgram.Start(
        redirect: false, "worker", "--store", database.Store, "--connection", database.Connection, "--schema", database.Schema,
        "--address", address.ToString(), "--seed", Format(settings.Seed * 1000 + _started++), "--tasks", Format(settings.Tasks));

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}
