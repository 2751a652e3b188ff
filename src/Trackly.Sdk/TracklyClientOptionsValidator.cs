using Microsoft.Extensions.Options;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk;

/// <summary>Reports every error of the options in a sentence of its own. The key itself is never repeated.</summary>
internal sealed class TracklyClientOptionsValidator : IValidateOptions<TracklyClientOptions>
{
    /// <summary>The bounds that Polly sets for its strategies.</summary>
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static void ThrowIfInvalid(TracklyClientOptions options, string parameter)
    {
        ArgumentNullException.ThrowIfNull(options, parameter);
        if (FindErrors(options).Concat(CheckService(options.BaseAddress)).ToList() is { Count: > 0 } errors)
            throw new ArgumentException(string.Join(" ", errors), parameter);
    }

    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static void ThrowIfInvalid(TracklyRequestOptions options, string parameter)
    {
        ArgumentNullException.ThrowIfNull(options, parameter);
        string[] errors = [.. CheckMode("RetryMode", options.RetryMode ?? default), .. CheckTime("Timeout", options.Timeout ?? MinTimeout, MinTimeout)];
        if (errors.Length > 0)
            throw new ArgumentException(string.Join(" ", errors), parameter);
    }

    public ValidateOptionsResult Validate(string? name, TracklyClientOptions options)
    {
        var errors = FindErrors(options).ToList();
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? errors : errors.Select(error => $"Trackly client '{name}': {error}"));
    }

    private static IEnumerable<string> FindErrors(TracklyClientOptions options) =>
    [
        .. options.BindingErrors,
        .. CheckKey(options.ApiKey?.Trim(), options.ConfigurationPath ?? "Trackly"),
        .. CheckAddress(options.BaseAddress, options.AllowInsecureHttp),
        .. CheckTime("AttemptTimeout", options.AttemptTimeout, MinTimeout),
        .. CheckTime("Timeout", options.Timeout, MinTimeout),
        .. CheckOrder("AttemptTimeout", options.AttemptTimeout, "Timeout", options.Timeout),
        .. CheckRetry(options.Retry),
        .. CheckPolicy(options.RecipientPolicy),
    ];

    private static IEnumerable<string> CheckKey(string? key, string path)
    {
        if (string.IsNullOrEmpty(key))
            yield return $"ApiKey is missing. Set it to the key from the Trackly dashboard, for example from the configuration value {path}:ApiKey.";
        else if (key!.Any(char.IsWhiteSpace))
            yield return "ApiKey has white space inside. Copy the key again, whole and on one line.";
        else if (key!.Any(static character => character is < '!' or > '~'))
            yield return "ApiKey has a control or non-ASCII character. Copy the key again as plain text.";
    }

    private static IEnumerable<string> CheckAddress(Uri? address, bool allowInsecureHttp)
    {
        if (address is null)
            yield return "BaseAddress is missing. Leave it at its default, https://app.tracklysms.com/api/, or set an absolute address.";
        else if (!address.IsAbsoluteUri)
            yield return "BaseAddress is relative. Write it whole, for example https://app.tracklysms.com/api/.";
        else if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp && !ServiceName.IsName(address))
            yield return $"BaseAddress has the scheme '{address.Scheme}'. Use https.";
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return "BaseAddress has user info, a query or a fragment. Write scheme, host and path alone, for example https://app.tracklysms.com/api/.";
        else if (address.Scheme is "http" or "http+https" && !LoopbackAddress.IsLoopback(address) && !allowInsecureHttp)
            yield return "BaseAddress is plain http, which would show the API key on the network. Use https, or set AllowInsecureHttp to true if you mean it.";
    }

    /// <summary>A client without a container has no service discovery.</summary>
    private static IEnumerable<string> CheckService(Uri? address)
    {
        if (address is { IsAbsoluteUri: true } && ServiceName.IsName(address))
        {
            yield return $"BaseAddress has the scheme '{address.Scheme}', which only a client of AddTrackly with service discovery understands. "
                + $"Write the address itself, for example the configuration value services:{address.Host}:https:0.";
        }
    }

    private static IEnumerable<string> CheckTime(string name, TimeSpan value, TimeSpan min)
    {
        if (value <= TimeSpan.Zero)
            yield return $"{name} is {value}. Set a time above zero.";
        else if (value < min)
            yield return $"{name} is {value}. Set at least {min}.";
        else if (value > MaxTime)
            yield return $"{name} is {value}. Set at most {MaxTime}.";
    }

    private static IEnumerable<string> CheckOrder(string shorterName, TimeSpan shorter, string longerName, TimeSpan longer)
    {
        if (shorter > longer)
            yield return $"{shorterName} ({shorter}) is over {longerName} ({longer}). Set {shorterName} to at most {longerName}.";
    }

    private static IEnumerable<string> CheckMode(string name, TracklyRetryMode mode)
    {
        if (mode is < TracklyRetryMode.Standard or > TracklyRetryMode.AtLeastOnce)
            yield return $"{name} is {(int)mode}. Use Standard, AtMostOnce or AtLeastOnce.";
    }

    private static List<string> CheckRetry(TracklyRetryOptions? retry)
    {
        if (retry is null)
            return ["Retry is null. Leave it at its default, or set a TracklyRetryOptions."];
        List<string> errors = [.. CheckMode("Retry.Mode", retry.Mode)];
        if (retry.MaxRetryAttempts < 0)
            errors.Add($"Retry.MaxRetryAttempts is {retry.MaxRetryAttempts}. Set 0 for no retry, or a number above.");
        errors.AddRange(CheckTime("Retry.BaseDelay", retry.BaseDelay, TimeSpan.Zero));
        errors.AddRange(CheckTime("Retry.MaxDelay", retry.MaxDelay, TimeSpan.Zero));
        errors.AddRange(CheckOrder("Retry.BaseDelay", retry.BaseDelay, "Retry.MaxDelay", retry.MaxDelay));
        return errors;
    }

    private static IEnumerable<string> CheckPolicy(TracklyRecipientPolicy? policy)
    {
        if (policy is null)
            yield break;
        if (policy.RedirectTo is { Length: > 0 } redirectTo && E164.FindProblem(redirectTo) is { } wrong)
            yield return $"RecipientPolicy.RedirectTo {wrong}. Write it in E.164 format, for example +14155551234, or leave it out.";
        if (policy.Allow is null)
            yield return "RecipientPolicy.Allow is null. Leave it empty to allow nobody, or leave out RecipientPolicy to allow every recipient.";
        foreach (var (entry, index) in (policy.Allow ?? []).Select(static (entry, index) => (entry ?? "", index)))
        {
            if (FindNumberProblem(RecipientFilter.IsPrefix(entry) ? entry.Substring(0, entry.Length - 1) : entry) is { } problem)
                yield return $"RecipientPolicy.Allow[{index}] {problem}. Write a number in E.164 format, or its start with an asterisk, for example +1415555*.";
        }
    }

    private static string? FindNumberProblem(string number) => number.Length == 0 ? "has no number" : E164.FindProblem(number);
}
