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

    /// <summary>Finds the worker whose process id is in the owner of a row of send-once. Returns null if the owner is none of these workers.</summary>
    public WorkerProcess? FindSender(string owner) => _processes.SingleOrDefault(worker => owner.Contains($":{worker.Id}:", StringComparison.Ordinal));

    /// <summary>Kills a worker. Messages that it had taken go to the other worker, or to the one that replaces it.</summary>
    public void Kill(WorkerProcess worker)
    {
        worker.Kill();
        // As a service manager starts it again.
        if (_processes.Count == 1)
            _processes.Add(new WorkerProcess(_settings));
    }

    public void Dispose() => _processes.ForEach(static worker => worker.Dispose());
}
