using Microsoft.Extensions.Primitives;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Who may call: the account behind a key, or why there is none to serve.</summary>
internal sealed class AccountBook(IReadOnlyList<EmulatedAccount> accounts, TimeProvider clock)
{
    public const string DefaultName = "default";

    public IReadOnlyList<EmulatedAccount> All => accounts;

    /// <remarks>Whether a suspended account is refused before or after its limit is not documented. The emulator's choice: before.</remarks>
    public (EmulatedAccount? Account, Refusal? Refusal) Find(StringValues header)
    {
        // An empty header is not documented. The emulator's choice: it counts as absent.
        if (StringValues.IsNullOrEmpty(header))
            return (null, Refusal.MissingApiKey);

        var key = header.ToString();
        foreach (var account in accounts)
        {
            if (account.HasKey(key))
                return RefusalOf(account) is { } refusal ? (null, refusal) : (account, null);
        }

        return (null, Refusal.InvalidApiKey);
    }

    public static Refusal? RefusalOfList(EmulatedAccount account, string number) => account.StatusOf(number) switch
    {
        null => Refusal.ListNotFound,
        EmulatedListStatus.Unverified => Refusal.WebhookNotConfigured,
        _ => null,
    };

    private Refusal? RefusalOf(EmulatedAccount account) =>
        account.IsSuspended ? Refusal.Suspended
        : account.RequestsPerSecond is { } most && !account.Rate.Admits(most, clock) ? Refusal.TooManyRequests
        : null;
}
