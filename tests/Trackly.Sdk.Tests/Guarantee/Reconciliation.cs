using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Lays what the client said of each message beside what the server received and answered.</summary>
internal sealed class Reconciliation
{
    private readonly TracklyRetryMode _mode;
    private readonly IReadOnlyList<SendReport> _reports;
    private readonly ILookup<string, LabMessage> _received;
    private readonly Dictionary<LabVerdict, HashSet<string>> _told;

    public Reconciliation(TracklyRetryMode mode, DrawnFaults faults, IReadOnlyList<SendReport> reports, LabLedger ledger)
    {
        _mode = mode;
        _reports = reports;
        _received = ledger.Received.ToLookup(message => message.Id!);
        _told = Enum.GetValues<LabVerdict>().ToDictionary(verdict => verdict, verdict => ledger.Told(verdict).Select(message => message.Id!).ToHashSet());
        Discrepancies = [.. reports.SelectMany(report => DiscrepanciesOf(report, [.. _received[report.Id].Select(message => faults.For(report.Id, message.Delivery))]))];
    }

    public IReadOnlyList<string> Discrepancies { get; }

    /// <summary>Mode, seed, sends, received, accepted, rejected, not sent, unknown, received more than once, discrepancies.</summary>
    public string Row(int seed) =>
        $"| {_mode} | {seed} | {_reports.Count} | {_received.Sum(deliveries => deliveries.Count())} | {Said("accepted")} | {Said("Rejected")} | {Said("NotSent")} | {Said("Unknown")} | "
        + $"{_received.Count(deliveries => deliveries.Count() > 1)} | {Discrepancies.Count} |";

    private int Said(string outcome) => _reports.Count(report => report.Outcome == outcome);

    private IEnumerable<string> DiscrepanciesOf(SendReport report, Fault[] deliveries)
    {
        var (id, outcome, attempts) = report;
        if (deliveries.Length > attempts)
            yield return $"{id}: received {deliveries.Length} times in {attempts} attempts";
        if (outcome == "accepted" && !_told[LabVerdict.Accepted].Contains(id))
            yield return $"{id}: accepted, says the client, and the server never said so";
        if (outcome is "NotSent" or "Rejected" && _told[LabVerdict.Accepted].Contains(id))
            yield return $"{id}: {outcome}, says the client, and the server accepted it";
        if (outcome == "NotSent" && deliveries.Any(fault => fault.Verdict != LabVerdict.NotHandled))
            yield return $"{id}: not sent, says the client, and the server had it whole";
        if (outcome == "Rejected" && !_told[LabVerdict.Rejected].Contains(id))
            yield return $"{id}: rejected, says the client, and the server never said so";
        if (outcome is not ("Unknown" or "accepted") && deliveries.Any(fault => fault.Verdict == LabVerdict.Unclear))
            yield return $"{id}: received and left unclear, and the client says {outcome}";
        if (_mode == TracklyRetryMode.AtMostOnce && deliveries.Count(fault => fault.Verdict != LabVerdict.NotHandled) > 1)
            yield return $"{id}: handled more than once in AtMostOnce";
        if (_mode == TracklyRetryMode.Standard && deliveries.Take(deliveries.Length - 1).Any(IsLost))
            yield return $"{id}: received again after a lost answer in Standard";
    }

    /// <summary>No status came back.</summary>
    private static bool IsLost(Fault fault) => fault.Answer?.Status is null;
}
