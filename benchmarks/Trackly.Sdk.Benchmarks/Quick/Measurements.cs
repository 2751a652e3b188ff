namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>The measurements of one row over all rounds.</summary>
internal sealed class Measurements
{
    private readonly List<double> _nanoseconds = [];
    private long _bytes;
    private long _times;

    /// <summary>The time of one run in the fastest round.</summary>
    public double Nanoseconds => _nanoseconds.Min();

    /// <summary>The lower quartile of the time over all rounds.</summary>
    public double LowerQuartileNanoseconds => _nanoseconds.Order().ElementAt(_nanoseconds.Count / 4);

    /// <summary>The bytes that one run allocates, averaged over all rounds, so that occasional allocations count too.</summary>
    public double Bytes => (double)_bytes / _times;

    public void Add(int times, TimeSpan elapsed, long bytes)
    {
        _nanoseconds.Add(elapsed.TotalNanoseconds / times);
        _bytes += bytes;
        _times += times;
    }
}
