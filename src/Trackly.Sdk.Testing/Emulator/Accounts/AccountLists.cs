using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>The lists of an account, each with an id that it keeps.</summary>
internal sealed class AccountLists(EmulatedAccount account) : IListBook
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <remarks>The status of a list whose webhook is not verified is not documented. The emulator's choice: active.</remarks>
    public IReadOnlyList<(int Id, string Number, string Status)> GetAll() =>
        [.. account.Lists.Select(list => (GetId(list.Key), list.Key, list.Value is EmulatedListStatus.Paused ? "paused" : "active")).OrderBy(list => list.Item1)];

    public int? FindId(string number) => account.FindStatus(number) is null ? null : GetId(number);

    private int GetId(string number)
    {
        lock (_ids)
        {
            if (!_ids.TryGetValue(number, out var id))
                _ids[number] = id = _ids.Count + 1;
            return id;
        }
    }
}
