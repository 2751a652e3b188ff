using System.Globalization;

namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>The rates of some rounds. A ratio is taken within a round, so that what else runs on the machine counts on both sides.</summary>
internal sealed class MeasuredCosts
{
    public const string Header = """
        | Store | Settled rows | Processes | At once in each | Plain | By hand | Send-once | Cost beside plain | Cost beside by hand |
        |---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>What send-once may cost beside the same work by hand.</summary>
    private const double MaxCost = 1.3;

    private readonly List<Dictionary<SenderKind, double>> _rounds = [];

    /// <param name="rates">Messages a second of one round.</param>
    public void Add(Dictionary<SenderKind, double> rates) => _rounds.Add(rates);

    public bool IsWithinTarget => GetCost(SenderKind.ByHand) <= MaxCost;

    public string Format(string store, int rows, int processes, int concurrency) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {store} | {rows:N0} | {processes} | {concurrency} | {GetRate(SenderKind.Plain):N0}/s | {GetRate(SenderKind.ByHand):N0}/s | "
        + $"{GetRate(SenderKind.Once):N0}/s | {GetCost(SenderKind.Plain):N2} | {GetCost(SenderKind.ByHand):N2}{(IsWithinTarget ? "" : " MISSED")} |");

    private double GetRate(SenderKind kind) => GetMedian(rates => rates[kind]);

    private double GetCost(SenderKind beside) => GetMedian(rates => rates[beside] / rates[SenderKind.Once]);

    private double GetMedian(Func<Dictionary<SenderKind, double>, double> select) => _rounds.Select(select).Order().ElementAt(_rounds.Count / 2);
}
