using Microsoft.AspNetCore.Routing.Patterns;

namespace Trackly.Sdk.AspNetCore;

/// <summary>
/// Finds every mistake in the options of an endpoint. No sentence quotes a secret or the pattern, which may contain one by mistake.
/// </summary>
internal static class WebhookOptionsChecks
{
    public const string RouteParameter = "secret";

    private const int MinSecretLength = 32;
    private const int MinBodyBytes = 1024;
    private const string HowToCreate = "Create one with: openssl rand -hex 32";

    public static IEnumerable<string> FindErrors(TracklyWebhookOptions options, string pattern)
    {
        var hasParameter = RoutePatternFactory.Parse(pattern).GetParameter(RouteParameter) is not null;
        return [.. options.BindingErrors, .. FindProtectionErrors(options, hasParameter), .. FindSecretErrors(options), .. FindSizeErrors(options)];
    }

    private static IEnumerable<string> FindProtectionErrors(TracklyWebhookOptions options, bool hasParameter)
    {
        if (string.IsNullOrEmpty(options.Secret))
        {
            if (options.VerifySignature is null)
                yield return $"TracklyWebhookOptions.Secret is missing: anybody could post events. Set it to a long random string. {HowToCreate}";
            else if (hasParameter)
            {
                yield return "The pattern has the route parameter {secret}, but TracklyWebhookOptions.Secret is missing. "
                    + "Set it, or remove the parameter.";
            }

            if (options.PreviousSecrets.Count > 0)
                yield return "TracklyWebhookOptions.PreviousSecrets needs a Secret beside it.";
        }
        else if (!hasParameter)
        {
            yield return "The pattern lacks the route parameter {secret}. Write it where the secret belongs, for example /webhooks/trackly/{secret}, "
                + "and set the secret itself in TracklyWebhookOptions.Secret.";
        }
    }

    private static IEnumerable<string> FindSecretErrors(TracklyWebhookOptions options)
    {
        if (!string.IsNullOrEmpty(options.Secret) && FindSecretError(options.Secret) is { } error)
            yield return $"TracklyWebhookOptions.Secret {error}";
        for (var i = 0; i < options.PreviousSecrets.Count; i++)
        {
            if (FindSecretError(options.PreviousSecrets[i]) is { } previousError)
                yield return $"TracklyWebhookOptions.PreviousSecrets[{i}] {previousError}";
        }
    }

    private static IEnumerable<string> FindSizeErrors(TracklyWebhookOptions options)
    {
        if (options.MaxBodyBytes < MinBodyBytes)
            yield return $"TracklyWebhookOptions.MaxBodyBytes must be at least {MinBodyBytes} bytes.";
    }

    private static string? FindSecretError(string? secret) => secret switch
    {
        null or { Length: < MinSecretLength } => $"must have at least {MinSecretLength} characters; it has {secret?.Length ?? 0}. {HowToCreate}",
        _ when !secret.All(IsUnreserved) =>
            $"may contain only letters, digits, '-', '_', '.' and '~', because it is part of an address. {HowToCreate}",
        _ => null,
    };

    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~';
}
