using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Compares what the client reported about each message with what the server received and responded.</summary>
internal sealed class Reconciliation
{
    private readonly TracklyRetryMode _mode;
    private readonly IReadOnlyList<SendReport> _reports;
    private readonly ILookup<string, ReceivedMessage> _received;
    private readonly Dictionary<ResponseMeaning, HashSet<string>> _byMeaning;

    public Reconciliation(TracklyRetryMode mode, DrawnFaults faults, IReadOnlyList<SendReport> reports, RequestLog log)
    {
        _mode = mode;
        _reports = reports;
        _received = log.Received.ToLookup(message => message.Id!);
        _byMeaning = Enum.GetValues<ResponseMeaning>().ToDictionary(verdict => verdict, verdict => log.GetMessages(verdict).Select(message => message.Id!).ToHashSet());
        Discrepancies = [.. reports.SelectMany(report => FindDiscrepancies(report, [.. _received[report.Id].Select(message => faults.Draw(report.Id, message.Delivery))]))];
    }

    public IReadOnlyList<string> Discrepancies { get; }

    /// <summary>Mode, seed, sends, received, accepted, rejected, not sent, unknown, received more than once, discrepancies.</summary>
    public string Row(int seed) =>
        $"| {_mode} | {seed} | {_reports.Count} | {_received.Sum(deliveries => deliveries.Count())} | {CountReports("accepted")} | {CountReports("Rejected")} | {CountReports("NotSent")} | {CountReports("Unknown")} | "
        + $"{_received.Count(deliveries => deliveries.Count() > 1)} | {Discrepancies.Count} |";

    private int CountReports(string outcome) => _reports.Count(report => report.Outcome == outcome);

    private IEnumerable<string> FindDiscrepancies(SendReport report, Fault[] deliveries)
    {
        var (id, outcome, attempts) = report;
        if (deliveries.Length > attempts)
            yield return $"{id}: received {deliveries.Length} times in {attempts} attempts";
        if (outcome == "accepted" && !_byMeaning[ResponseMeaning.Accepted].Contains(id))
            yield return $"{id}: the client reports accepted, the server never accepted it";
        if (outcome is "NotSent" or "Rejected" && _byMeaning[ResponseMeaning.Accepted].Contains(id))
            yield return $"{id}: the client reports {outcome}, the server accepted it";
        if (outcome == "NotSent" && deliveries.Any(fault => fault.Meaning != ResponseMeaning.NotProcessed))
            yield return $"{id}: the client reports NotSent, the server received the whole message";
        if (outcome == "Rejected" && !_byMeaning[ResponseMeaning.Rejected].Contains(id))
            yield return $"{id}: the client reports Rejected, the server never rejected it";
        if (outcome is not ("Unknown" or "accepted") && deliveries.Any(fault => fault.Meaning == ResponseMeaning.Unknown))
            yield return $"{id}: the client reports {outcome}, the server received it and gave no clear response";
        if (_mode == TracklyRetryMode.AtMostOnce && deliveries.Count(fault => fault.Meaning != ResponseMeaning.NotProcessed) > 1)
            yield return $"{id}: processed more than once in AtMostOnce";
        if (_mode == TracklyRetryMode.Standard && deliveries.Take(deliveries.Length - 1).Any(IsLost))
            yield return $"{id}: received again after a lost response in Standard";
    }

    /// <summary>No status was returned.</summary>
    private static bool IsLost(Fault fault) => fault.Response?.Status is null;
}
