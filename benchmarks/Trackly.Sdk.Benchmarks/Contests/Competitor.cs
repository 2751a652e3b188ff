namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>One of the senders that are compared, and its sample of each round.</summary>
internal sealed class Competitor<TSample>(string name, Func<Task<TSample>> run)
{
    private readonly List<TSample> _samples = [];

    public string Name { get; } = name;

    /// <param name="isKept">Whether the sample is kept. Samples of the warm-up are not.</param>
    public async Task RunAsync(bool isKept)
    {
        var sample = await run();
        if (isKept)
            _samples.Add(sample);
    }

    public double Median(Func<TSample, double> measure) => _samples.Select(measure).Order().ElementAt(_samples.Count / 2);

    /// <summary>Returns the ratio to the other competitor round by round, so that disturbances longer than a round cancel out.</summary>
    public Ratio Against(Competitor<TSample> other, Func<TSample, double> measure) => new(_samples.Zip(other._samples, (own, others) => measure(own) / measure(others)));
}
