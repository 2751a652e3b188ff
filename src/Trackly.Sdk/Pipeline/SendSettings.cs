namespace Trackly.Sdk.Pipeline;

/// <summary>What one state of the options means for a send, worked out once.</summary>
internal sealed class SendSettings
{
    /// <param name="options">Valid options.</param>
    /// <param name="clock">The clock of the waits.</param>
    /// <param name="before">Whom the client might text before. A policy that changes is the new one; one that is lost, as when its file cannot be read, stays.</param>
    public SendSettings(TracklyClientOptions options, TimeProvider clock, RecipientGate? before = null)
    {
        ApiKey = options.ApiKey.Trim();
        SendAddress = new Uri(Rooted(options.BaseAddress), "v2/send");
        AttemptTimeout = options.AttemptTimeout;
        Timeout = options.Timeout;
        Retries = new Retries(options.Retry, clock);
        Recipients = options.RecipientPolicy is { } policy && before?.IsOf(policy) is not true ? new RecipientGate(policy) : before;
    }

    public string ApiKey { get; }

    public Uri SendAddress { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan Timeout { get; }

    public Retries Retries { get; }

    /// <summary>Whom the client may text. Null means every recipient.</summary>
    public RecipientGate? Recipients { get; private set; }

    /// <summary>The same, for nobody.</summary>
    public SendSettings Closed()
    {
        var closed = (SendSettings)MemberwiseClone();
        closed.Recipients = RecipientGate.Closed;
        return closed;
    }

    private static Uri Rooted(Uri address) =>
        address.AbsolutePath.Last() == '/' ? address : new Uri(address.AbsoluteUri + "/");
}
