using System.Collections.Concurrent;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing;

/// <summary>
/// An account that a <see cref="TracklyEmulator"/> plays: its keys, its lists and its limits. Changes count from the next request on, also while the emulator
/// runs. Safe to use from many threads at once.
/// </summary>
public sealed class EmulatedAccount
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedListStatus> _lists = new(StringComparer.Ordinal);
    private volatile bool _isSuspended;
    private int _requestsPerSecond;

    /// <summary>Makes an account without a key and without a list.</summary>
    /// <param name="name">What the account is called in the inbox and in <see cref="EmulatedMessage.Account"/>; not blank. Trackly's API does not know it.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public EmulatedAccount(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>Gets what the account is called.</summary>
    public string Name { get; }

    /// <summary>
    /// Gets or sets whether the account is suspended: every request is then refused with 403, without a code. Default false.
    /// Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/>.
    /// </summary>
    public bool IsSuspended { get => _isSuspended; set => _isSuspended = value; }

    /// <summary>
    /// Gets or sets how many requests a second are let through; the others get 429 with <c>Retry-After</c>. Null, the default, means no limit, as Trackly's
    /// documentation says of itself today.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? RequestsPerSecond
    {
        get => Volatile.Read(ref _requestsPerSecond) is > 0 and var limit ? limit : null;
        set => Volatile.Write(ref _requestsPerSecond, value is null or > 0
            ? value ?? 0
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is one request a second or more; null means none."));
    }

    /// <summary>Gets the lists by number, each with its status: a snapshot that later changes do not touch.</summary>
    public IReadOnlyDictionary<string, EmulatedListStatus> Lists => new SortedDictionary<string, EmulatedListStatus>(_lists, StringComparer.Ordinal);

    internal IEnumerable<string> Keys => _keys.Keys;

    internal RateLimit Rate { get; } = new();

    /// <summary>Lets a key call. An account may have several, as while a key is rotated.</summary>
    /// <param name="key">Visible ASCII characters without spaces.</param>
    /// <returns>The account, for the next call.</returns>
    /// <exception cref="ArgumentException">No header could carry the key.</exception>
    public EmulatedAccount AddKey(string key)
    {
        if (!ApiKeys.FitsAHeader(key))
            throw new ArgumentException(ApiKeys.WhatFits, nameof(key));
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

    /// <summary>Gives the account a list, or gives a list that it has another status.</summary>
    /// <param name="number">The list's number, in E.164 format.</param>
    /// <param name="status">What the list may do. Default <see cref="EmulatedListStatus.Active"/>.</param>
    /// <returns>The account, for the next call.</returns>
    /// <exception cref="ArgumentException">The number is not in E.164 format, or the status is none.</exception>
    public EmulatedAccount SetList(string number, EmulatedListStatus status = EmulatedListStatus.Active)
    {
        if (!E164.IsNumber(number))
            throw new ArgumentException("A list's number must be in E.164 format, such as +18005551000.", nameof(number));
        if (!Enum.IsDefined(status))
            throw new ArgumentException("A list is Active, Paused or Unverified.", nameof(status));
        _lists[number] = status;
        return this;
    }

    /// <summary>Takes a list away: from now on it is refused with <c>list_not_found</c>. One that the account does not have changes nothing.</summary>
    /// <param name="number">The list's number.</param>
    /// <returns>The account, for the next call.</returns>
    public EmulatedAccount RemoveList(string number)
    {
        _lists.TryRemove(number, out _);
        return this;
    }

    /// <summary>Names the account, never a key or a number.</summary>
    /// <returns>A text such as <c>EmulatedAccount europe</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedAccount)} {Name}";

    internal bool HasKey(string key) => _keys.ContainsKey(key);

    internal EmulatedListStatus? FindStatus(string number) => _lists.TryGetValue(number, out var status) ? status : null;
}
