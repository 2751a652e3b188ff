using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trackly.Sdk.AspNetCore;

/// <summary>
/// Binds a configuration section strictly and without reflection: an unknown key is an error, because it may be a misspelled secret.
/// </summary>
internal static class WebhookOptionsBinder
{
    public static void Bind(IConfigurationSection section, TracklyWebhookOptions options)
    {
        foreach (var child in section.GetChildren())
        {
            switch (child.Key.ToUpperInvariant())
            {
                case "SECRET":
                    options.Secret = child.Value;
                    break;
                case "PREVIOUSSECRETS":
                    BindPreviousSecrets(child, options);
                    break;
                case "MAXBODYBYTES" when int.TryParse(child.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes):
                    options.MaxBodyBytes = bytes;
                    break;
                case "MAXBODYBYTES":
                    options.BindingErrors.Add("MaxBodyBytes must be a whole number of bytes, for example 65536.");
                    break;
                default:
                    options.BindingErrors.Add($"{child.Path} is not an option. The options are Secret, PreviousSecrets and MaxBodyBytes.");
                    break;
            }
        }
    }

    private static void BindPreviousSecrets(IConfigurationSection list, TracklyWebhookOptions options)
    {
        var items = list.GetChildren().ToList();
        if (!string.IsNullOrEmpty(list.Value) || items.Any(static item => item.GetChildren().Any()))
            options.BindingErrors.Add("PreviousSecrets must be a list of strings.");
        foreach (var secret in items.Select(static item => item.Value).OfType<string>())
            options.PreviousSecrets.Add(secret);
    }
}
