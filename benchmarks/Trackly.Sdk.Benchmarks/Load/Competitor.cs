using Trackly.Sdk.Benchmarks.Senders;

namespace Trackly.Sdk.Benchmarks.Load;

/// <summary>A sender, and what was seen in each of its turns.</summary>
internal sealed class Competitor(Sender sender)
{
    public Sender Sender { get; } = sender;

    public List<Turn> Turns { get; } = [];

    /// <summary>Every turn against that of the other in the same round: what disturbs the machine for longer than a round is in both, and falls out.</summary>
    public Ratio Against(Competitor other, Func<Turn, double> measure) => new(Turns.Zip(other.Turns, (mine, its) => measure(mine) / measure(its)));

    public double Median(Func<Turn, double> measure) => Turns.Select(measure).Order().ElementAt(Turns.Count / 2);
}
