using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>Finds the account of a key, or the error that the request gets.</summary>
internal sealed class AccountDirectory(IEnumerable<EmulatedAccount> accounts, TimeProvider clock)
{
    private const int MaxAccounts = 1_000;
    private ImmutableList<EmulatedAccount> _accounts = [.. accounts];

    public const string DefaultName = "default";

    public IReadOnlyList<EmulatedAccount> All => Volatile.Read(ref _accounts);

    public EmulatedAccount? FindByName(string name) => All.FirstOrDefault(account => account.Name == name);

    /// <summary>Adds an account without keys and lists, or returns the one that has the name.</summary>
    /// <exception cref="FormatException">The name is blank, or there are too many accounts.</exception>
    public EmulatedAccount Add(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100 || All.Count >= MaxAccounts)
            throw new FormatException($"An account needs a name of 1 to 100 characters, and there can be at most {MaxAccounts} accounts.");
        ImmutableInterlocked.Update(ref _accounts, all => all.Exists(account => account.Name == name) ? all : all.Add(new EmulatedAccount(name)));
        return FindByName(name)!;
    }

    /// <remarks>Whether suspension or the limit is checked first is not documented. The emulator's choice: suspension.</remarks>
    public (EmulatedAccount? Account, ErrorResponse? Error) Find(StringValues header)
    {
        // The response to an empty header is not documented. The emulator's choice: the same as for a missing one.
        if (StringValues.IsNullOrEmpty(header))
            return (null, ErrorResponse.MissingApiKey);

        var key = header.ToString();
        foreach (var account in All)
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
