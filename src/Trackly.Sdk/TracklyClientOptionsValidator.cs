using Microsoft.Extensions.Options;
using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk;

/// <summary>Says every fault of the options in a sentence of its own. The key itself is never repeated.</summary>
internal sealed class TracklyClientOptionsValidator : IValidateOptions<TracklyClientOptions>
{
    /// <summary>The bounds that Polly sets for its strategies.</summary>
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, TracklyClientOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? faults : faults.Select(fault => $"Trackly client '{name}': {fault}"));
    }

    private static IEnumerable<string> FaultsOf(TracklyClientOptions options) =>
    [
        .. KeyFaults(options.ApiKey?.Trim()),
        .. AddressFaults(options.BaseAddress, options.AllowInsecureHttp),
        .. TimeFaults("AttemptTimeout", options.AttemptTimeout, ShortestTimeout),
        .. TimeFaults("Timeout", options.Timeout, ShortestTimeout),
        .. OrderFaults("AttemptTimeout", options.AttemptTimeout, "Timeout", options.Timeout),
        .. RetryFaults(options.Retry),
        .. PolicyFaults(options.RecipientPolicy),
    ];

    private static IEnumerable<string> KeyFaults(string? key)
    {
        if (string.IsNullOrEmpty(key))
            yield return "ApiKey is missing. Set it to the key from the Trackly dashboard, for example from the configuration value Trackly:ApiKey.";
        else if (key!.Any(char.IsWhiteSpace))
            yield return "ApiKey has white space inside. Copy the key again, whole and on one line.";
        else if (key!.Any(static character => character is < '!' or > '~'))
            yield return "ApiKey has a control or non-ASCII character. Copy the key again as plain text.";
    }

    private static IEnumerable<string> AddressFaults(Uri? address, bool allowInsecureHttp)
    {
        if (address is null)
            yield return "BaseAddress is missing. Leave it at its default, https://app.tracklysms.com/api/, or set an absolute address.";
        else if (!address.IsAbsoluteUri)
            yield return "BaseAddress is relative. Write it whole, for example https://app.tracklysms.com/api/.";
        else if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            yield return $"BaseAddress has the scheme '{address.Scheme}'. Use https.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return "BaseAddress has user info, a query or a fragment. Write scheme, host and path alone, for example https://app.tracklysms.com/api/.";
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !allowInsecureHttp)
            yield return "BaseAddress is plain http, which would show the API key on the network. Use https, or set AllowInsecureHttp to true if you mean it.";
    }

    private static IEnumerable<string> TimeFaults(string name, TimeSpan value, TimeSpan shortest)
    {
        if (value <= TimeSpan.Zero)
            yield return $"{name} is {value}. Set a time above zero.";
        else if (value < shortest)
            yield return $"{name} is {value}. Set at least {shortest}.";
        else if (value > LongestTime)
            yield return $"{name} is {value}. Set at most {LongestTime}.";
    }

    private static IEnumerable<string> OrderFaults(string shorterName, TimeSpan shorter, string longerName, TimeSpan longer)
    {
        if (shorter > longer)
            yield return $"{shorterName} ({shorter}) is over {longerName} ({longer}). Set {shorterName} to at most {longerName}.";
    }

    private static List<string> RetryFaults(TracklyRetryOptions? retry)
    {
        if (retry is null)
            return ["Retry is null. Leave it at its default, or set a TracklyRetryOptions."];
        List<string> faults = [];
        if (retry.Mode is < TracklyRetryMode.Standard or > TracklyRetryMode.AtLeastOnce)
            faults.Add($"Retry.Mode is {(int)retry.Mode}. Use Standard, AtMostOnce or AtLeastOnce.");
        if (retry.MaxRetryAttempts < 0)
            faults.Add($"Retry.MaxRetryAttempts is {retry.MaxRetryAttempts}. Set 0 for no retry, or a number above.");
        faults.AddRange(TimeFaults("Retry.BaseDelay", retry.BaseDelay, TimeSpan.Zero));
        faults.AddRange(TimeFaults("Retry.MaxDelay", retry.MaxDelay, TimeSpan.Zero));
        faults.AddRange(OrderFaults("Retry.BaseDelay", retry.BaseDelay, "Retry.MaxDelay", retry.MaxDelay));
        return faults;
    }

    private static IEnumerable<string> PolicyFaults(TracklyRecipientPolicy? policy)
    {
        if (policy is null)
            yield break;
        foreach (var fault in policy.Faults)
            yield return fault;
        if (policy.RedirectTo is { Length: > 0 } redirectTo && E164.FaultOf(redirectTo) is { } wrong)
            yield return $"RecipientPolicy.RedirectTo {wrong}. Write it in E.164 format, for example +14155551234, or leave it out.";
        if (policy.Allow is null)
            yield return "RecipientPolicy.Allow is null. Leave it empty to allow nobody, or leave out RecipientPolicy to allow everybody.";
        foreach (var (entry, index) in (policy.Allow ?? []).Select(static (entry, index) => (entry ?? "", index)))
        {
            if (NumberFault(RecipientGate.IsPrefix(entry) ? entry.Substring(0, entry.Length - 1) : entry) is { } fault)
                yield return $"RecipientPolicy.Allow[{index}] {fault}. Write a number in E.164 format, or its beginning with an asterisk, for example +1415555*.";
        }
    }

    private static string? NumberFault(string number) => number.Length == 0 ? "has no number" : E164.FaultOf(number);
}
