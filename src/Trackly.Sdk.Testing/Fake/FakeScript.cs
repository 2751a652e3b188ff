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
    private IReadOnlyList<(Func<ApiCall, bool> Condition, ScriptStep Step)> _callConditions = [];
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

    public void Add(Func<ApiCall, bool> condition, ScriptStep step)
    {
        lock (_lock)
            _callConditions = [(condition, step), .. _callConditions];
    }

    public void SetDefault(ScriptStep step)
    {
        lock (_lock)
            _default = step;
    }

    /// <summary>Returns the step for a message. A step for the next requests is used up by it.</summary>
    public ScriptStep Take(SendRequest request) => Take(request, static script => script._conditions);

    /// <summary>Returns the step for a call of contacts, lists or phones. A step for the next requests is used up by it.</summary>
    public ScriptStep Take(ApiCall call) => Take(call, static script => script._callConditions);

    private ScriptStep Take<T>(T request, Func<FakeScript, IReadOnlyList<(Func<T, bool> Condition, ScriptStep Step)>> getConditions)
    {
        IReadOnlyList<(Func<T, bool> Condition, ScriptStep Step)> conditions;
        ScriptStep defaultStep;
        lock (_lock)
        {
            if (_next.Count > 0)
                return TakeNext();
            (conditions, defaultStep) = (getConditions(this), _default);
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
