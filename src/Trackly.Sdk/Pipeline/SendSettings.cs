namespace Trackly.Sdk.Pipeline;

/// <summary>What one state of the options means for a send, worked out once.</summary>
internal sealed class SendSettings
{
    public SendSettings(TracklyClientOptions options, TimeProvider clock)
    {
        ApiKey = options.ApiKey.Trim();
        SendAddress = new Uri(Rooted(options.BaseAddress), "v2/send");
        AttemptTimeout = options.AttemptTimeout;
        Timeout = options.Timeout;
        Retries = new Retries(options.Retry, clock);
        Recipients = options.RecipientPolicy is { } policy ? new RecipientGate(policy) : null;
    }

    public string ApiKey { get; }

    public Uri SendAddress { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan Timeout { get; }

    public Retries Retries { get; }

    /// <summary>Whom the client may text. Null means every recipient.</summary>
    public RecipientGate? Recipients { get; }

    private static Uri Rooted(Uri address) =>
        address.AbsolutePath.Last() == '/' ? address : new Uri(address.AbsoluteUri + "/");
}
