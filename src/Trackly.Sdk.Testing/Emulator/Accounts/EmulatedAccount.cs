using System.Collections.Concurrent;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing;

/// <summary>
/// An account of a <see cref="TracklyEmulator"/>: its keys, its lists and its limits. A change applies from the next request on, also while the
/// emulator runs. Safe to use from many threads at once.
/// </summary>
public sealed class EmulatedAccount
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedListStatus> _lists = new(StringComparer.Ordinal);
    private volatile bool _isSuspended;
    private int _requestsPerSecond;

    /// <summary>Creates an account without a key and without a list.</summary>
    /// <param name="name">The name that the inbox and <see cref="EmulatedMessage.Account"/> show. Not blank. Trackly's API does not know it.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public EmulatedAccount(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Name { get; }

    /// <summary>
    /// Gets or sets whether the account is suspended: every request is then rejected with 403, without a code. Default false.
    /// Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/>.
    /// </summary>
    public bool IsSuspended { get => _isSuspended; set => _isSuspended = value; }

    /// <summary>
    /// Gets or sets the number of requests per second that are let through, 1 or more. The others get 429 with <c>Retry-After</c>. Null, the default,
    /// means no limit: Trackly documents none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? RequestsPerSecond
    {
        get => Volatile.Read(ref _requestsPerSecond) is > 0 and var limit ? limit : null;
        set => Volatile.Write(ref _requestsPerSecond, value is null or > 0
            ? value ?? 0
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The limit must be one request per second or more. Null means no limit."));
    }

    /// <summary>Gets or sets the code with which validations get 402, such as <c>no_payment_method</c>. Null, the default, means that the account pays.</summary>
    public string? BillingError { get; set; }

    /// <summary>Gets the lists by number, each with its status: a snapshot that later changes do not affect.</summary>
    public IReadOnlyDictionary<string, EmulatedListStatus> Lists => new SortedDictionary<string, EmulatedListStatus>(_lists, StringComparer.Ordinal);

    /// <summary>Gets what becomes of the messages after they were queued, and where webhooks are posted.</summary>
    public EmulatedDelivery Delivery { get; } = new();

    internal IEnumerable<string> Keys => _keys.Keys;

    internal OptOuts OptOuts { get; } = new();

    internal RateLimit Rate { get; } = new();

    internal ContactBook Contacts => field ??= new ContactBook(OptOuts);

    /// <summary>Adds a key. An account can have several, for example while a key is rotated.</summary>
    /// <param name="key">Visible ASCII characters without spaces.</param>
    /// <returns>The account, for the next call.</returns>
    /// <exception cref="ArgumentException">A header cannot carry the key.</exception>
    public EmulatedAccount AddKey(string key)
    {
        if (!ApiKeys.FitsAHeader(key))
            throw new ArgumentException(ApiKeys.Rule, nameof(key));
        _keys[key] = true;
        return this;
    }

    /// <summary>Revokes a key: from now on it gets 401 <c>invalid_api_key</c>. A key that the account does not have changes nothing.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The account, for the next call.</returns>
    public EmulatedAccount RevokeKey(string key)
    {
        _keys.TryRemove(key, out _);
        return this;
    }

    /// <summary>Adds a list.</summary>
    /// <param name="number">The list's number, in E.164 format.</param>
    /// <param name="status">What the list can do. Default <see cref="EmulatedListStatus.Active"/>.</param>
    /// <returns>The account, for the next call.</returns>
    /// <exception cref="ArgumentException">
    /// The number is not in E.164 format, the account already has a list with it, or the status is undefined.
    /// </exception>
    public EmulatedAccount AddList(string number, EmulatedListStatus status = EmulatedListStatus.Active) => _lists.TryAdd(CheckNumber(number), CheckStatus(status))
        ? this
        : throw new ArgumentException("The account already has a list with this number. To change its status, use UpdateList.", nameof(number));

    /// <summary>Changes the status of a list.</summary>
    /// <param name="number">The list's number, in E.164 format.</param>
    /// <param name="status">What the list can do from now on.</param>
    /// <returns>The account, for the next call.</returns>
    /// <exception cref="ArgumentException">
    /// The number is not in E.164 format, the account has no list with it, or the status is undefined.
    /// </exception>
    public EmulatedAccount UpdateList(string number, EmulatedListStatus status)
    {
        CheckStatus(status);
        while (_lists.TryGetValue(CheckNumber(number), out var current))
        {
            if (_lists.TryUpdate(number, status, current))
                return this;
        }

        throw new ArgumentException("The account has no list with this number. To add one, use AddList.", nameof(number));
    }

    /// <summary>Removes a list: from now on a send from it is rejected with <c>list_not_found</c>. A number that the account does not have changes nothing.</summary>
    /// <param name="number">The list's number.</param>
    /// <returns>The account, for the next call.</returns>
    public EmulatedAccount RemoveList(string number)
    {
        _lists.TryRemove(number, out _);
        return this;
    }

    /// <summary>Gets whether a phone number has opted out of a list of this account.</summary>
    /// <param name="phoneNumber">The phone number, in E.164 format.</param>
    /// <param name="listNumber">The list's number.</param>
    /// <returns>True after the number replied with an opt-out word, until it replies with START.</returns>
    public bool HasOptedOut(string phoneNumber, string listNumber) => OptOuts.Contains(phoneNumber, listNumber);

    /// <summary>Returns the name of the account, never a key or a number.</summary>
    /// <returns>A string such as <c>EmulatedAccount europe</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedAccount)} {Name}";

    internal bool HasKey(string key) => _keys.ContainsKey(key);

    internal EmulatedListStatus? FindStatus(string number) => _lists.TryGetValue(number, out var status) ? status : null;

    private static string CheckNumber(string number) => E164.IsNumber(number)
        ? number
        : throw new ArgumentException("A list's number must be in E.164 format, such as +18005551000.", nameof(number));

    private static EmulatedListStatus CheckStatus(EmulatedListStatus status) => Enum.IsDefined(status)
        ? status
        : throw new ArgumentException("A list's status must be Active, Paused or Unverified.", nameof(status));
}
