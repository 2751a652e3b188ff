namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>What the rounds said about one row.</summary>
internal sealed class Measurements
{
    private readonly List<double> _nanoseconds = [];
    private long _bytes;
    private long _times;

    /// <summary>How long one takes in the least disturbed round.</summary>
    public double Nanoseconds => _nanoseconds.Min();

    /// <summary>A quarter of the rounds were at least as quick as this.</summary>
    public double LowerQuartileNanoseconds => _nanoseconds.Order().ElementAt(_nanoseconds.Count / 4);

    /// <summary>How many bytes one allocates, over all rounds: what is allocated now and then counts too.</summary>
    public double Bytes => (double)_bytes / _times;

    public void Add(int times, TimeSpan elapsed, long bytes)
    {
        _nanoseconds.Add(elapsed.TotalNanoseconds / times);
        _bytes += bytes;
        _times += times;
    }
}
