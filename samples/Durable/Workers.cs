namespace Durable;

/// <summary>Two workers on PostgreSQL, one on SQLite, where Wolverine cannot tell one worker's messages from another's.</summary>
internal sealed class Workers : IDisposable
{
    private readonly Settings _settings;
    private readonly List<WorkerProcess> _processes;

    public Workers(Settings settings)
    {
        _settings = settings;
        _processes = [new WorkerProcess(settings)];
        if (settings.Postgres is not null)
            _processes.Add(new WorkerProcess(settings));
    }

    /// <summary>Kills the worker whose process id the condition picks, and returns that id. What it had taken goes to the other worker, or to the next one.</summary>
    public int Kill(Func<int, bool> condition)
    {
        var worker = _processes.Single(worker => condition(worker.Id));
        worker.Kill();
        // As a service manager starts it again.
        if (_processes.Count == 1)
            _processes.Add(new WorkerProcess(_settings));
        return worker.Id;
    }

    public void Dispose() => _processes.ForEach(static worker => worker.Dispose());
}
