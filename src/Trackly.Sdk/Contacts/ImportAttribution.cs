namespace Trackly.Sdk.Contacts;

/// <summary>
/// Determines what became of each contact of a bulk call. The response has counts, and errors by position; a contact that it does not list counts as accepted only if the counts
/// leave no doubt. What the response does not say for certain is unknown.
/// </summary>
internal static class ImportAttribution
{
    /// <param name="sent">The contacts of the call, in order.</param>
    /// <param name="response">The response to it.</param>
    /// <returns>A result for each, in order.</returns>
    public static IEnumerable<ContactImportResult> Attribute(IReadOnlyList<ImportItem> sent, ImportResponse response)
    {
        var errors = AgreesWith(sent.Count, response) ? PlaceErrors(sent, response.Errors) : new ImportError?[sent.Count];
        var placed = errors.Count(static error => error is not null);
        var isClear = placed == response.Errors.Count && response.Accepted == sent.Count - placed && (response.Rejected ?? placed) == placed;
        return sent.Select((item, index) => errors[index] is { } error ? CreateRejected(item, error) : new ContactImportResult
        {
            Index = item.Index,
            Request = item.Request,
            Outcome = isClear ? SendOutcome.Accepted : SendOutcome.Unknown,
        });
    }

    /// <summary>Returns whether the counts that Trackly sent agree with each other and with what was sent. Otherwise its errors are not relied on either.</summary>
    private static bool AgreesWith(int sent, ImportResponse response)
    {
        var rejected = response.Rejected ?? response.Errors.Count;
        return response.Errors.Count <= rejected && (long)(response.Accepted ?? sent - rejected) + rejected == sent;
    }

    /// <summary>Puts each error at its contact. The first counts when there are several, and one that belongs to no contact for certain is left out.</summary>
    private static ImportError?[] PlaceErrors(IReadOnlyList<ImportItem> sent, IReadOnlyList<ImportError> errors)
    {
        var placed = new ImportError?[sent.Count];
        // If one index is wrong, the server may count from 1, or count something else: then no index counts that no number confirms.
        var trusted = !errors.Any(error => error.Index is { } index && (index < 0 || index >= sent.Count || Contradicts(sent[index], error.PhoneNumber)));
        var positions = FindPositions(sent);
        foreach (var error in errors)
        {
            if (FindPosition(error, positions, trusted) is { } position)
                placed[position] ??= error;
        }

        return placed;
    }

    private static int? FindPosition(ImportError error, Dictionary<string, int> positions, bool trusted)
    {
        if (trusted && error.Index is not null)
            return error.Index;
        if (error.PhoneNumber is not { } number || !positions.TryGetValue(Normalize(number), out var position) || position < 0)
            return null;
        return error.Index is null || error.Index == position ? position : null;
    }

    /// <summary>Returns where each number is; -1 for one that was sent several times.</summary>
    private static Dictionary<string, int> FindPositions(IReadOnlyList<ImportItem> sent)
    {
        var positions = new Dictionary<string, int>(sent.Count, StringComparer.Ordinal);
        for (var index = 0; index < sent.Count; index++)
            positions[sent[index].SentNumber] = positions.ContainsKey(sent[index].SentNumber) ? -1 : index;
        return positions;
    }

    private static bool Contradicts(ImportItem item, string? number) => number is { Length: > 0 } && Normalize(number) != item.SentNumber;

    /// <summary>Older endpoints of Trackly write numbers without the plus sign.</summary>
    private static string Normalize(string number) => number.Length > 0 && number[0] != '+' ? "+" + number : number;

    private static ContactImportResult CreateRejected(ImportItem item, ImportError error) => new()
    {
        Index = item.Index,
        Request = item.Request,
        Outcome = SendOutcome.Rejected,
        ErrorCode = error.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null,
        ErrorMessage = error.Message,
        AdditionalProperties = error.Others,
    };
}
