namespace Trackly.Sdk.Testing.Fake;

/// <summary>
/// Decides which step a request gets: the next in the queue, otherwise that of the last condition that it meets, otherwise the default.
/// </summary>
internal sealed class FakeScript
{
    private readonly object _lock = new();
    private readonly Queue<(int Count, ScriptStep Step)> _next = new();
    private int _used;
    private IReadOnlyList<(Func<SendRequest, bool> Condition, ScriptStep Step)> _conditions = [];
    private ScriptStep _default = ScriptStep.Accepted;

    public void AddNext(int count, ScriptStep step)
    {
        lock (_lock)
            _next.Enqueue((count, step));
    }

    public void Add(Func<SendRequest, bool> condition, ScriptStep step)
    {
        lock (_lock)
            _conditions = [(condition, step), .. _conditions];
    }

    public void SetDefault(ScriptStep step)
    {
        lock (_lock)
            _default = step;
    }

    /// <summary>Returns the step for a request. A step for the next requests is used up by it.</summary>
    public ScriptStep Take(SendRequest request)
    {
        IReadOnlyList<(Func<SendRequest, bool> Condition, ScriptStep Step)> conditions;
        ScriptStep defaultStep;
        lock (_lock)
        {
            if (_next.Count > 0)
                return TakeNext();
            (conditions, defaultStep) = (_conditions, _default);
        }

        // Outside the lock: a condition is the user's code and may call the client.
        foreach (var (condition, step) in conditions)
        {
            if (condition(request))
                return step;
        }

        return defaultStep;
    }

    private ScriptStep TakeNext()
    {
        var (count, step) = _next.Peek();
        if (++_used == count)
        {
            _next.Dequeue();
            _used = 0;
        }

        return step;
    }
}
