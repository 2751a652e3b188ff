using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The contacts of an account. Safe to use from many threads at once.</summary>
/// <param name="optOuts">Who does not want messages from which list, by whatever way.</param>
internal sealed class ContactBook(OptOuts optOuts)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, BookContact> _contacts = new(StringComparer.Ordinal);
    private IReadOnlyList<BookMembership>? _sorted;
    private long _sequence;

    /// <summary>Creates a contact, or puts an existing one on a list, or merges its fields.</summary>
    /// <remarks>Whether a contact that opted out is put back by this is not documented. The emulator's choice: it is not, so that a test finds the mistake.</remarks>
    public (BookContact Contact, BookMembership Membership, bool IsNew, bool IsNewOnList) Upsert(
        string number, string listNumber, JsonObject? fields, DateTimeOffset? signup, DateTimeOffset now)
    {
        lock (_lock)
        {
            var isNew = !_contacts.TryGetValue(number, out var contact);
            if (contact is null)
                _contacts[number] = contact = new BookContact(number, ++_sequence);
            var isNewOnList = !contact.Lists.TryGetValue(listNumber, out var membership);
            if (membership is null)
                contact.Lists[listNumber] = membership = new BookMembership(number, listNumber, ++_sequence, signup ?? now);
            else if (signup is { } date)
                membership.Signup = date;
            Merge(membership, fields);
            _sorted = null;
            return (contact, membership, isNew, isNewOnList);
        }
    }

    /// <summary>Changes the fields of a contact. Returns all of them after the change. Null when there is no such contact on the list.</summary>
    public (string Id, JsonObject Fields)? Update(string number, string listNumber, JsonObject fields, bool merges)
    {
        lock (_lock)
        {
            if (FindMembership(number, listNumber) is not { } membership)
                return null;
            if (!merges)
                membership.CustomFields = [];
            Merge(membership, fields);
            return (membership.Id, (JsonObject)membership.CustomFields.DeepClone());
        }
    }

    /// <summary>Opts a contact out of a list.</summary>
    /// <returns>Whether it was active there.</returns>
    public bool Unsubscribe(string number, string listNumber, DateTimeOffset now)
    {
        lock (_lock)
            return FindMembership(number, listNumber) is not null && optOuts.Add(number, listNumber, new OptOut(now, Keyword: null));
    }

    public bool IsActive(BookMembership membership) => !optOuts.Contains(membership.Number, membership.ListNumber);

    public OptOut? FindOptOut(BookMembership membership) => optOuts.Find(membership.Number, membership.ListNumber);

    /// <summary>Returns the opt-outs of numbers that are not on the list that they opted out of, newest first.</summary>
    public IReadOnlyList<(string Number, string ListNumber, OptOut OptOut)> FindOptOutsOfOthers(string? listNumber)
    {
        lock (_lock)
        {
            return [.. optOuts.All.Where(one => (listNumber is null || one.ListNumber == listNumber) && FindMembership(one.PhoneNumber, one.ListNumber) is null)
                .OrderByDescending(static one => one.OptOut.At).ThenBy(static one => one.PhoneNumber, StringComparer.Ordinal)];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _contacts.Clear();
            _sorted = null;
        }
    }

    public bool Has(string number)
    {
        lock (_lock)
            return _contacts.ContainsKey(number);
    }

    /// <summary>Returns a contact as <paramref name="create"/> reads it under the lock. Null when there is none.</summary>
    public T? Read<T>(string number, Func<BookContact, T> create)
        where T : class
    {
        lock (_lock)
            return _contacts.TryGetValue(number, out var contact) ? create(contact) : null;
    }

    /// <summary>Returns a page of contacts, newest signup first, and the number of all.</summary>
    public (IReadOnlyList<T> Page, int Total) Read<T>(
        string? listNumber, bool? isActive, int skip, int take, Func<BookMembership, T> create, Func<BookMembership, bool>? isFound = null)
    {
        lock (_lock)
        {
            _sorted ??= [.. _contacts.Values.SelectMany(static contact => contact.Lists.Values)
                .OrderByDescending(static one => one.Signup).ThenByDescending(static one => one.Sequence)];
            var found = _sorted.Where(one => (listNumber is null || one.ListNumber == listNumber) && (isActive is null || IsActive(one) == isActive)
                && (isFound?.Invoke(one) ?? true)).ToList();
            return ([.. found.Skip(skip).Take(take).Select(create)], found.Count);
        }
    }

    public int CountActive(string listNumber)
    {
        lock (_lock)
            return _contacts.Values.Count(contact => contact.Lists.TryGetValue(listNumber, out var membership) && IsActive(membership));
    }

    private static void Merge(BookMembership membership, JsonObject? fields)
    {
        foreach (var field in fields ?? [])
            membership.CustomFields[field.Key] = field.Value?.DeepClone();
    }

    private BookMembership? FindMembership(string number, string listNumber) =>
        _contacts.TryGetValue(number, out var contact) && contact.Lists.TryGetValue(listNumber, out var membership) ? membership : null;
}
