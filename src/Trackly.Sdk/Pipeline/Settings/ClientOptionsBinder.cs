using Microsoft.Extensions.Configuration;

namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>
/// Binds a configuration section strictly. The default binder ignores unknown keys, so that a misspelled policy would not protect anyone and a misspelled address would reach
/// production; here every key or value that is not understood fails validation.
/// </summary>
internal static class ClientOptionsBinder
{
    public static void Bind(IConfigurationSection section, TracklyClientOptions options)
    {
        options.ConfigurationPath = section.Path;
        var reader = new StrictSection(section, options.BindingErrors);
        options.ApiKey = reader.ReadString(nameof(options.ApiKey)) ?? options.ApiKey;
        options.BaseAddress = reader.ReadAddress(nameof(options.BaseAddress)) ?? options.BaseAddress;
        options.AttemptTimeout = reader.ReadTime(nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
        options.Timeout = reader.ReadTime(nameof(options.Timeout)) ?? options.Timeout;
        options.AllowInsecureHttp = reader.ReadBoolean(nameof(options.AllowInsecureHttp)) ?? options.AllowInsecureHttp;
        options.IncludeErrorText = reader.ReadBoolean(nameof(options.IncludeErrorText)) ?? options.IncludeErrorText;
        if (reader.ReadSection(nameof(options.Retry)) is { } retry)
            BindRetry(retry, options.Retry ??= new());
        if (reader.ReadSection(nameof(options.RecipientPolicy)) is { } policy)
            options.RecipientPolicy = ReadPolicy(policy, options.RecipientPolicy);
        reader.RejectOthers();
    }

    private static void BindRetry(StrictSection reader, TracklyRetryOptions retry)
    {
        retry.Mode = reader.ReadMode(nameof(retry.Mode)) ?? retry.Mode;
        retry.MaxRetryAttempts = reader.ReadNumber(nameof(retry.MaxRetryAttempts)) ?? retry.MaxRetryAttempts;
        retry.BaseDelay = reader.ReadTime(nameof(retry.BaseDelay)) ?? retry.BaseDelay;
        retry.MaxDelay = reader.ReadTime(nameof(retry.MaxDelay)) ?? retry.MaxDelay;
        reader.RejectOthers();
    }

    /// <summary>Returns a policy on top of the one that is set in code, which stays as it is.</summary>
    private static TracklyRecipientPolicy ReadPolicy(StrictSection reader, TracklyRecipientPolicy? previous)
    {
        var policy = new TracklyRecipientPolicy
        {
            Allow = [.. previous?.Allow ?? [], .. reader.ReadList(nameof(TracklyRecipientPolicy.Allow))],
            RedirectTo = reader.ReadOptionalString(nameof(TracklyRecipientPolicy.RedirectTo)) ?? previous?.RedirectTo,
            BlockAll = reader.ReadBoolean(nameof(TracklyRecipientPolicy.BlockAll)) ?? previous is { BlockAll: true },
        };
        reader.RejectOthers();
        return policy;
    }
}
