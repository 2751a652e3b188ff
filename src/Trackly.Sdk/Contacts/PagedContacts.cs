namespace Trackly.Sdk;

/// <summary>Represents contacts that are fetched page by page as a loop asks for them. Each enumeration starts again at the first page.</summary>
public sealed class PagedContacts : IAsyncEnumerable<Contact>
{
    private readonly IAsyncEnumerable<ContactPage> _pages;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates the contacts of some pages, for instance in a fake of your own.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">Ends an enumeration between two contacts. It is not passed to the pages.</param>
    public PagedContacts(IAsyncEnumerable<ContactPage> pages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        (_pages, _cancellationToken) = (pages, cancellationToken);
    }

    /// <summary>Returns the pages instead of the single contacts.</summary>
    /// <returns>The pages.</returns>
    public IAsyncEnumerable<ContactPage> AsPages() => _pages;

    /// <inheritdoc/>
    public async IAsyncEnumerator<Contact> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in _pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var contact in page.Contacts)
            {
                // Between two contacts of a page nothing else would notice.
                _cancellationToken.ThrowIfCancellationRequested();
                cancellationToken.ThrowIfCancellationRequested();
                yield return contact;
            }
        }
    }
}
