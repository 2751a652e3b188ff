using System.Net;
using System.Runtime.CompilerServices;

namespace Trackly.Sdk.Contacts;

/// <summary>Fetches pages until the last one.</summary>
internal static class ContactPages
{
    /// <param name="first">What to ask for, beginning with the first page.</param>
    /// <param name="getAsync">Fetches one page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<ContactPage> FetchAsync(
        ContactQuery first, Func<ContactQuery, CancellationToken, Task<ContactPage>> getAsync, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ContactPage? previous = null;
        for (var query = first; ; query = query.GetNext())
        {
            var page = await getAsync(query, cancellationToken).ConfigureAwait(false);
            page.Page = query.Page;
            if (previous is not null && IsRepeated(page, previous))
                throw CreateRepeated(query);
            yield return page;
            if (IsLast(page, query))
                yield break;
            previous = page;
        }
    }

    /// <summary>
    /// An empty page is the last, whatever the counts say: otherwise a server that counts wrongly would be asked for ever. So is one that is not full, unless the server has pages
    /// of another size than was asked for.
    /// </summary>
    private static bool IsLast(ContactPage page, ContactQuery query) => page.Contacts.Count == 0
        || (page.TotalPages is { } pages ? query.Page >= pages : page.Contacts.Count < query.PageSize && (page.ReportedSize ?? query.PageSize) == query.PageSize);

    /// <summary>
    /// Returns whether the server did not go on, because it ignores the number of the page: it reports the same number again or, where no number of pages ends the loop, has the
    /// same contacts again.
    /// </summary>
    private static bool IsRepeated(ContactPage page, ContactPage previous) => page.Contacts.Count > 0
        && ((page.ReportedPage is { } number && number == previous.ReportedPage) || (page.TotalPages is null && page.Contacts.SequenceEqual(previous.Contacts)));

    private static TracklyResponseException CreateRepeated(ContactQuery query) => new(
        FormattableString.Invariant($"Page {query.Page} of the contacts is page {query.Page - 1} again: the server does not go on, so the listing is not complete. ")
        + OutcomeAdvice.Read.Unreadable, HttpStatusCode.OK);
}
