using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The body of <c>PUT /_emulator/accounts/{name}</c>. A member that is absent changes nothing.</summary>
internal sealed class AccountChange
{
    private const int MaxItems = 1_000;

    private readonly JsonMembers _account;
    private readonly DeliveryChange? _delivery;
    private readonly IReadOnlyList<string>? _keys;
    private readonly IReadOnlyDictionary<string, EmulatedListStatus>? _lists;
    private readonly bool? _isSuspended;
    private readonly int? _requestsPerSecond;

    private AccountChange(JsonMembers account)
    {
        _account = account;
        _isSuspended = account.ReadBoolean("is_suspended");
        _requestsPerSecond = account.ReadNumber("requests_per_second", min: 1, int.MaxValue);
        _keys = ReadKeys(account);
        _lists = ReadLists(account);
        _delivery = account.Find("delivery") is { } delivery ? DeliveryChange.Read(delivery) : null;
    }

    /// <exception cref="FormatException">The JSON is invalid.</exception>
    public static AccountChange Read(ReadOnlyMemory<byte> utf8) =>
        new(JsonMembers.Parse(utf8, "an account", "is_suspended", "requests_per_second", "keys", "lists", "delivery"));

    /// <exception cref="FormatException">The address is set, and callers from other machines could set it too.</exception>
    public void CheckAddress(IPAddress bound) => _delivery?.CheckAddress(bound);

    /// <exception cref="FormatException">A key belongs to another account.</exception>
    public void CheckKeys(AccountDirectory accounts, EmulatedAccount? account)
    {
        if (_keys is not null && accounts.All.Any(other => other != account && _keys.Any(other.HasKey)))
            throw _account.CreateError("keys", "has a key of another account: a key belongs to one account");
    }

    public void Apply(EmulatedAccount account)
    {
        account.IsSuspended = _isSuspended ?? account.IsSuspended;
        if (_account.Has("requests_per_second"))
            account.RequestsPerSecond = _requestsPerSecond;
        foreach (var key in _keys is null ? [] : account.Keys.Except(_keys))
            account.RevokeKey(key);
        foreach (var key in _keys ?? [])
            account.AddKey(key);
        foreach (var number in _lists is null ? [] : account.Lists.Keys.Except(_lists.Keys))
            account.RemoveList(number);
        foreach (var (number, status) in _lists ?? new Dictionary<string, EmulatedListStatus>())
            account.RemoveList(number).AddList(number, status);
        _delivery?.Apply(account.Delivery);
    }

    private static List<string>? ReadKeys(JsonMembers account)
    {
        if (ReadArray(account, "keys") is not { } keys)
            return null;
        return keys.TrueForAll(static key => key.ValueKind is JsonValueKind.String && ApiKeys.FitsAHeader(key.GetString()))
            ? [.. keys.Select(static key => key.GetString()!)]
            : throw account.CreateError("keys", "must be an array of strings of visible ASCII characters without spaces");
    }

    private static Dictionary<string, EmulatedListStatus>? ReadLists(JsonMembers account)
    {
        if (ReadArray(account, "lists") is not { } lists)
            return null;

        var byNumber = new Dictionary<string, EmulatedListStatus>(StringComparer.Ordinal);
        for (var index = 0; index < lists.Count; index++)
        {
            var list = JsonMembers.Create(lists[index], "a list", $"lists[{index}].", "number", "status");
            if (list.ReadString("number") is not { } number || !E164.IsNumber(number))
                throw list.CreateError("number", "must be in E.164 format, such as +18005551000");
            var status = Enum.GetValues<EmulatedListStatus>().Where(status => AccountWriter.ToName(status) == (list.ReadString("status") ?? "active")).ToList();
            if (status.Count == 0)
                throw list.CreateError("status", $"must be one of {string.Join(", ", Enum.GetValues<EmulatedListStatus>().Select(AccountWriter.ToName))}");
            if (!byNumber.TryAdd(number, status[0]))
                throw list.CreateError("number", "is given twice");
        }

        return byNumber;
    }

    private static List<JsonElement>? ReadArray(JsonMembers account, string name) => account.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } array when array.GetArrayLength() <= MaxItems => [.. array.EnumerateArray()],
        _ => throw account.CreateError(name, $"must be an array of at most {MaxItems} items"),
    };
}
