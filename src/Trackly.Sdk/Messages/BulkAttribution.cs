namespace Trackly.Sdk.Messages;

/// <summary>
/// Decides which message each error of a bulk response belongs to, and what became of every message. A pure function: the table of docs/many.md. What the response does not
/// say for certain is unknown, never queued.
/// </summary>
internal static class BulkAttribution
{
    /// <param name="sent">The messages as they were sent.</param>
    /// <param name="reply">The response.</param>
    /// <returns>The outcome of each message, and its error. The error is null when none belongs to it.</returns>
    public static (SendOutcome Outcome, BulkError? Error)[] Attribute(IReadOnlyList<SendRequest> sent, BulkReply reply)
    {
        var results = new (SendOutcome Outcome, BulkError? Error)[sent.Count];
        if ((long)reply.QueuedCount + reply.ErrorCount != sent.Count || reply.Errors.Count > reply.ErrorCount)
            return results;
        var attributed = AttributeErrors(sent, reply.Errors, results);
        var others = reply.QueuedCount == 0 ? SendOutcome.Rejected : attributed == reply.ErrorCount ? SendOutcome.Accepted : SendOutcome.Unknown;
        for (var i = 0; i < results.Length; i++)
            results[i].Outcome = results[i].Error is null ? others : SendOutcome.Rejected;
        return results;
    }

    /// <summary>Returns how many messages have an error.</summary>
    private static int AttributeErrors(IReadOnlyList<SendRequest> sent, IReadOnlyList<BulkError> errors, (SendOutcome Outcome, BulkError? Error)[] results)
    {
        // If one index is wrong, the server may count from 1, or count something else: then no index counts that no number confirms.
        var trusted = !errors.Any(error => error.Index is { } index && (index < 0 || index >= sent.Count || Contradicts(sent[index], error.Number)));
        var positions = CreatePositions(sent);
        var attributed = 0;
        foreach (var error in errors)
        {
            if (FindPosition(error, positions, trusted) is not { } position)
                continue;
            if (results[position].Error is null)
                attributed++;
            results[position].Error ??= error;
        }

        return attributed;
    }

    private static int? FindPosition(BulkError error, Dictionary<string, int> positions, bool trusted)
    {
        if (trusted && error.Index is { } index)
            return index;
        int? only = error.Number is { } number && positions.TryGetValue(Normalize(number), out var position) && position >= 0 ? position : null;
        // A doubted index counts when the number, which only that message has, says the same.
        return error.Index is null || error.Index == only ? only : null;
    }

    /// <summary>Returns where each recipient is; -1 for one who gets several messages.</summary>
    private static Dictionary<string, int> CreatePositions(IReadOnlyList<SendRequest> sent)
    {
        var positions = new Dictionary<string, int>(sent.Count);
        for (var i = 0; i < sent.Count; i++)
            positions[sent[i].To] = positions.ContainsKey(sent[i].To) ? -1 : i;
        return positions;
    }

    private static bool Contradicts(SendRequest request, string? number) => number is not null && Normalize(number) != request.To;

    /// <summary>Older endpoints of Trackly write numbers without the plus sign.</summary>
    private static string Normalize(string number) => number.Length > 0 && number[0] != '+' ? "+" + number : number;
}
