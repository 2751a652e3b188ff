namespace Trackly.Sdk.Contacts;

/// <summary>One page to fetch: a copy of the filter, so that later changes of it do not mix two listings.</summary>
internal sealed class ContactQuery(string? listNumber, bool? active, int pageSize, int page)
{
    private const int MaxPageSize = 1_000;

    public string? ListNumber => listNumber;

    public bool? Active => active;

    public int PageSize => pageSize;

    public int Page => page;

    /// <exception cref="ArgumentOutOfRangeException">The page size is not one that Trackly takes.</exception>
    public static ContactQuery Create(ContactFilter? filter)
    {
        filter ??= new ContactFilter();
        return filter.PageSize is >= 1 and <= MaxPageSize
            ? new ContactQuery(filter.ListNumber, filter.Active, filter.PageSize, page: 1)
            : throw new ArgumentOutOfRangeException(nameof(filter), filter.PageSize, "PageSize must be from 1 to 1,000.");
    }

    public ContactQuery GetNext() => new(listNumber, active, pageSize, page + 1);
}
