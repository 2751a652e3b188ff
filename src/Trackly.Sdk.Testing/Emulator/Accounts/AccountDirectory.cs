using Microsoft.Extensions.Primitives;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>Finds the account of a key, or the error that the request gets.</summary>
internal sealed class AccountDirectory(IReadOnlyList<EmulatedAccount> accounts, TimeProvider clock)
{
    public const string DefaultName = "default";

    public IReadOnlyList<EmulatedAccount> All => accounts;

    /// <remarks>Whether suspension or the limit is checked first is not documented. The emulator's choice: suspension.</remarks>
    public (EmulatedAccount? Account, ErrorResponse? Error) Find(StringValues header)
    {
        // The response to an empty header is not documented. The emulator's choice: the same as for a missing one.
        if (StringValues.IsNullOrEmpty(header))
            return (null, ErrorResponse.MissingApiKey);

        var key = header.ToString();
        foreach (var account in accounts)
        {
            if (account.HasKey(key))
                return Check(account) is { } error ? (null, error) : (account, null);
        }

        return (null, ErrorResponse.InvalidApiKey);
    }

    public static ErrorResponse? CheckList(EmulatedAccount account, string number) => account.FindStatus(number) switch
    {
        null => ErrorResponse.ListNotFound,
        EmulatedListStatus.Unverified => ErrorResponse.WebhookNotConfigured,
        _ => null,
    };

    private ErrorResponse? Check(EmulatedAccount account) =>
        account.IsSuspended ? ErrorResponse.Suspended
        : account.RequestsPerSecond is { } max && !account.Rate.TryAcquire(max, clock) ? ErrorResponse.TooManyRequests
        : null;
}
