using System.Collections.Concurrent;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>An immutable snapshot of valid options: what one state of them means for a call, worked out once.</summary>
internal sealed class ClientSettings
{
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    /// <param name="options">Valid options.</param>
    /// <param name="clock">The clock of timeouts and waits.</param>
    /// <param name="onRetry">Observes each retry and the wait before it.</param>
    /// <param name="previous">The settings before a reload. Their recipient policy stays if the new options have none, for example because a file could not be read.</param>
    public ClientSettings(TracklyClientOptions options, TimeProvider clock, Action<SendAttempt, TimeSpan> onRetry, ClientSettings? previous = null)
    {
        ApiKey = options.ApiKey.Trim();
        BaseAddress = AddSlash(options.BaseAddress);
        AttemptTimeout = options.AttemptTimeout;
        Timeout = options.Timeout;
        RetryMode = options.Retry.Mode;
        Retries = new RetryRunner(options.Retry, options.AttemptTimeout, clock, onRetry);
        Recipients = options.RecipientPolicy is { } policy ? new RecipientFilter(policy) : previous?.Recipients;
        IncludeErrorText = options.IncludeErrorText;
    }

    public string ApiKey { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan Timeout { get; }

    public TracklyRetryMode RetryMode { get; }

    public RetryRunner Retries { get; }

    /// <summary>Gets which recipients the client may text. Null allows every recipient.</summary>
    public RecipientFilter? Recipients { get; }

    public bool IncludeErrorText { get; }

    public Uri BaseAddress { get; }

    /// <summary>Returns the address of an operation.</summary>
    /// <param name="path">The path below the base address. One of a fixed set: addresses are kept.</param>
    /// <param name="suffix">What follows it in this request. Never kept.</param>
    public Uri GetAddress(string path, string suffix) =>
        suffix.Length > 0 ? new Uri(BaseAddress, path + suffix)
        : _addresses.TryGetValue(path, out var address) ? address
        : _addresses.GetOrAdd(path, new Uri(BaseAddress, path));

    /// <summary>Adds the slash that lets a relative path follow. The original string keeps what AbsoluteUri loses, such as the scope of an IPv6 address.</summary>
    private static Uri AddSlash(Uri address) => address.AbsolutePath.Last() == '/' ? address : new Uri(address.OriginalString.TrimEnd() + "/");
}
