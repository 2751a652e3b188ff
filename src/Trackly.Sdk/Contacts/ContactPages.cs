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
        for (var query = first; ; query = query.GetNext())
        {
            var page = await getAsync(query, cancellationToken).ConfigureAwait(false);
            page.Page = query.Page;
            yield return page;
            if (IsLast(page, query))
                yield break;
        }
    }

    /// <summary>An empty page is the last, whatever the counts say: otherwise a server that counts wrongly would be asked for ever.</summary>
    private static bool IsLast(ContactPage page, ContactQuery query) =>
        page.Contacts.Count == 0 || (page.TotalPages is { } pages ? query.Page >= pages : page.Contacts.Count < query.PageSize);
}
