namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>One of those that are compared, and what was seen in each of its turns.</summary>
internal sealed class Competitor<TSeen>(string name, Func<Task<TSeen>> turn)
{
    private readonly List<TSeen> _seen = [];

    public string Name { get; } = name;

    /// <param name="counts">Whether what is seen is kept; it is not while everything warms up.</param>
    public async Task TakeTurnAsync(bool counts)
    {
        var seen = await turn();
        if (counts)
            _seen.Add(seen);
    }

    public double Median(Func<TSeen, double> measure) => _seen.Select(measure).Order().ElementAt(_seen.Count / 2);

    /// <summary>Every turn against that of the other in the same round: what disturbs the machine for longer than a round is in both, and falls out.</summary>
    public Ratio Against(Competitor<TSeen> other, Func<TSeen, double> measure) => new(_seen.Zip(other._seen, (mine, its) => measure(mine) / measure(its)));
}
