namespace Trackly.Sdk.Streams;

/// <summary>A valid snapshot of the options of a stream.</summary>
internal sealed record StreamSettings(int MaxConcurrency, int? MaxPerMinutePerList, IProgress<SendProgress>? Progress)
{
    private const int ConcurrencyLimit = 1_000;

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static StreamSettings Create(SendManyOptions options, string parameter) =>
        options.MaxConcurrency is < 1 or > ConcurrencyLimit
            ? throw new ArgumentException($"MaxConcurrency is {options.MaxConcurrency}: set it from 1 to 1,000.", parameter)
        : options.MaxPerMinutePerList < 1
            ? throw new ArgumentException($"MaxPerMinutePerList is {options.MaxPerMinutePerList}: set it to 1 or more, or to null for no limit.", parameter)
        : new StreamSettings(options.MaxConcurrency, options.MaxPerMinutePerList, options.Progress);
}
