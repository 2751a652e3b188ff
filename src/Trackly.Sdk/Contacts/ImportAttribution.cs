namespace Trackly.Sdk.Contacts;

/// <summary>
/// Determines what became of each contact of a bulk call. The response has counts, and errors by position; a contact that it does not list counts as accepted only if the counts
/// leave no doubt.
/// </summary>
internal static class ImportAttribution
{
    /// <param name="sent">The contacts of the call, in order.</param>
    /// <param name="response">The response to it.</param>
    /// <returns>A result for each, in order.</returns>
    public static IEnumerable<ContactImportResult> Attribute(IReadOnlyList<ImportItem> sent, ImportResponse response)
    {
        var errors = new ImportError?[sent.Count];
        var isClear = response.Errors.Count(error => TryPlace(error, sent, errors)) == response.Errors.Count;
        var rejected = errors.Count(static error => error is not null);
        isClear &= response.Accepted == sent.Count - rejected && (response.Rejected ?? rejected) == rejected;
        return sent.Select((item, index) => errors[index] is { } error ? CreateRejected(item, error) : new ContactImportResult
        {
            Index = item.Index,
            Request = item.Request,
            Outcome = isClear ? SendOutcome.Accepted : SendOutcome.Unknown,
        });
    }

    /// <summary>Places an error at its contact. False when it is not clear which one that is, or another error is there already.</summary>
    private static bool TryPlace(ImportError error, IReadOnlyList<ImportItem> sent, ImportError?[] errors)
    {
        var index = error.Index ?? FindOnly(error.PhoneNumber, sent);
        if (index < 0 || index >= sent.Count || errors[index] is not null)
            return false;
        errors[index] = error;
        return true;
    }

    /// <summary>Finds the one contact with a number. -1 when there is none, or more than one.</summary>
    private static int FindOnly(string? number, IReadOnlyList<ImportItem> sent)
    {
        var found = -1;
        for (var index = 0; number is not null && index < sent.Count; index++)
        {
            if (sent[index].Request.PhoneNumber != number)
                continue;
            if (found >= 0)
                return -1;
            found = index;
        }

        return found;
    }

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
