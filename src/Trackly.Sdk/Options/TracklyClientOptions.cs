namespace Trackly.Sdk;

/// <summary>Specifies how a client reaches Trackly. Validated when the client is created or the host starts, never at the first call.</summary>
/// <example>
/// <code>
/// using Trackly.Sdk;
///
/// var options = new TracklyClientOptions { ApiKey = "trk_your_api_key_here", Timeout = TimeSpan.FromSeconds(30) };
/// options.Retry.Mode = TracklyRetryMode.AtMostOnce;
/// using var trackly = new TracklyClient(options);
/// </code>
/// </example>
public sealed class TracklyClientOptions
{
    /// <summary>Gets or sets the API key, as the account owner gets it from the Trackly dashboard. Required. White space at its ends is ignored.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets the address of the API, with or without the trailing slash. Default <c>https://app.tracklysms.com/api/</c>.</summary>
    public Uri BaseAddress { get; set; } = new("https://app.tracklysms.com/api/");

    /// <summary>Gets or sets how long one attempt may take, from connecting to the end of the response. Default 15 s; from 10 ms to one day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long a whole call may take, waits between attempts included. Default 60 s; from 10 ms to one day.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets what is retried, how often, and after which delay.</summary>
    public TracklyRetryOptions Retry { get; set; } = new();

    /// <summary>Gets or sets which recipients the client may text, for systems that must not reach real customers. Null, the default, allows every recipient.</summary>
    public TracklyRecipientPolicy? RecipientPolicy { get; set; }

    /// <summary>Gets or sets whether the key may travel over plain http beyond this machine. Default false; loopback addresses need no permission.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// Gets or sets whether the message of an exception quotes the server's own words and a code that this SDK does not know, for development. Default false: they may repeat a
    /// phone number or the text of a message, and exceptions end up in logs.
    /// </summary>
    public bool IncludeErrorText { get; set; }

    /// <summary>Gets what could not be bound from configuration: a sentence each, reported when the options are validated.</summary>
    internal List<string> BindingErrors { get; } = [];

    /// <summary>Gets or sets the path of the configuration section that the options are bound from. Null when they are set in code.</summary>
    internal string? ConfigurationPath { get; set; }
}
