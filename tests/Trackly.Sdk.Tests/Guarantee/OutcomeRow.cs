namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What a group of faults comes to in each mode, with one retry allowed: "attempts/messages received, exception, outcome".</summary>
internal sealed record OutcomeRow(string AtMostOnce, string Standard, string AtLeastOnce, params string[] Faults)
{
    public static OutcomeRow InEveryMode(string outcome, params string[] faults) => new(outcome, outcome, outcome, faults);

    /// <summary>Creates a theory row for each wiring, fault and mode.</summary>
    public static IEnumerable<(ClientWiring Wiring, string Fault, TracklyRetryMode Mode, string Expected)> CreateTheoryRows(IEnumerable<OutcomeRow> table) =>
        from wiring in Enum.GetValues<ClientWiring>()
        from row in table
        from fault in row.Faults
        from mode in Enum.GetValues<TracklyRetryMode>()
        select (wiring, fault, mode, row.Get(mode));

    private string Get(TracklyRetryMode mode) => mode switch
    {
        TracklyRetryMode.AtMostOnce => AtMostOnce,
        TracklyRetryMode.AtLeastOnce => AtLeastOnce,
        _ => Standard,
    };
}
