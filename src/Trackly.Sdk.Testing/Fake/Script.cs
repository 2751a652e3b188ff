namespace Trackly.Sdk.Testing.Fake;

/// <summary>Which step a request gets: the next in the queue, else that of the last condition that it meets, else the default.</summary>
internal sealed class Script
{
    private readonly object _turn = new();
    private readonly Queue<(int Count, Step Step)> _next = new();
    private int _used;
    private IReadOnlyList<(Func<SendRequest, bool> Condition, Step Step)> _conditions = [];
    private Step _default = Step.Accepted;

    public void AddNext(int count, Step step)
    {
        lock (_turn)
            _next.Enqueue((count, step));
    }

    public void Add(Func<SendRequest, bool> condition, Step step)
    {
        lock (_turn)
            _conditions = [(condition, step), .. _conditions];
    }

    public void SetDefault(Step step)
    {
        lock (_turn)
            _default = step;
    }

    /// <summary>The step of a request. A step for the next requests is used up by it.</summary>
    public Step Take(SendRequest request)
    {
        IReadOnlyList<(Func<SendRequest, bool> Condition, Step Step)> conditions;
        Step otherwise;
        lock (_turn)
        {
            if (_next.Count > 0)
                return TakeNext();
            (conditions, otherwise) = (_conditions, _default);
        }

        // Outside the lock: a condition is the user's code, and may itself ask the client something.
        foreach (var (condition, step) in conditions)
        {
            if (condition(request))
                return step;
        }

        return otherwise;
    }

    private Step TakeNext()
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
