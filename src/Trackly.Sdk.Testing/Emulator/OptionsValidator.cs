using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Finds an invalid option before the server starts. No message repeats a key.</summary>
internal static class OptionsValidator
{
    private const int MaxPort = 65_535;

    public static void Validate(TracklyEmulatorOptions options)
    {
        if (FindError(options) is { } error)
            throw new ArgumentException(error, nameof(options));
    }

    private static string? FindError(TracklyEmulatorOptions options) =>
        !ApiKeys.FitsAHeader(options.ApiKey)
            ? $"{nameof(options.ApiKey)} must be visible ASCII characters without spaces, at least one, so that a header can carry it."
        : !E164.IsNumber(options.ListNumber)
            ? $"{nameof(options.ListNumber)} must be in E.164 format, such as +18005551000."
        : !E164.IsNumber(options.UnverifiedListNumber)
            ? $"{nameof(options.UnverifiedListNumber)} must be in E.164 format, such as +18005552000."
        : options.UnverifiedListNumber == options.ListNumber
            ? $"{nameof(options.UnverifiedListNumber)} must differ from {nameof(options.ListNumber)}: a list can either send or not."
        : options.MaxMessages < 1
            ? $"{nameof(options.MaxMessages)} must be 1 or more."
        : options.MaxBytes < 1
            ? $"{nameof(options.MaxBytes)} must be 1 or more."
        : options.MaxBulkErrors < 0
            ? $"{nameof(options.MaxBulkErrors)} must be 0 or more."
        : options.TimeProvider is null
            ? $"{nameof(options.TimeProvider)} must not be null. TimeProvider.System is the real time."
        : options.Address is null
            ? $"{nameof(options.Address)} must not be null. IPAddress.Loopback is this machine alone."
        : options.Port is < 0 or > MaxPort
            ? $"{nameof(options.Port)} must be from 0, which means any free port, to {MaxPort}."
        : !options.AllowedHosts.All(IsHostName)
            ? $"{nameof(options.AllowedHosts)} must contain host names without scheme and port, such as emulator."
        : FindAccountError(options);

    private static bool IsHostName(string? host) => Uri.CheckHostName(host) is not UriHostNameType.Unknown;

    private static string? FindAccountError(TracklyEmulatorOptions options)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { AccountDirectory.DefaultName }, keys = new(StringComparer.Ordinal) { options.ApiKey };
        foreach (var account in options.Accounts)
        {
            if (account is null)
                return $"{nameof(options.Accounts)} must not contain null.";
            if (!names.Add(account.Name))
                return $"{nameof(options.Accounts)} contains the name {account.Name} twice, or it is that of the default account.";
            if (!account.Keys.All(keys.Add))
                return $"{nameof(options.Accounts)}: a key of the account {account.Name} is also a key of another account. A key belongs to one account.";
        }

        return null;
    }
}
