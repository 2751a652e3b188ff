namespace Trackly.Sdk;

/// <summary>How a client reaches Trackly. Checked when the client is made or the host starts, never at the first send.</summary>
public sealed class TracklyClientOptions
{
    /// <summary>The API key, as the account owner gets it from the Trackly dashboard. Required. White space at its ends is ignored.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where the API lives, with or without the trailing slash. Default <c>https://app.tracklysms.com/api/</c>.</summary>
    public Uri BaseAddress { get; set; } = new("https://app.tracklysms.com/api/");

    /// <summary>How long one try may take, from connecting to the end of the answer. Default 15 s; from 10 ms to one day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a whole call may take, waits between tries included. Default 60 s; from 10 ms to one day.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>What is tried again, how often, and after which wait.</summary>
    public TracklyRetryOptions Retry { get; set; } = new();

    /// <summary>Whom the client may text, for systems that must not reach real customers. Null, the default, means every recipient.</summary>
    public TracklyRecipientPolicy? RecipientPolicy { get; set; }

    /// <summary>Whether the key may travel over plain http beyond this machine. Default false; loopback addresses need no permission.</summary>
    public bool AllowInsecureHttp { get; set; }
}
