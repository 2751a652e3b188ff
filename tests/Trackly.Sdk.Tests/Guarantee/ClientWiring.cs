namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The ways in which an application creates a client.</summary>
public enum ClientWiring
{
    /// <summary>Over the application's HttpClient: only the content can refuse a second transmission.</summary>
    HttpClient,

    /// <summary>From a container: the SDK's own handler is next to the primary handler.</summary>
    AddTrackly,

    /// <summary>From a container, with a handler of the host in front: the SDK's handler then reads the response and recognizes a request by its options.</summary>
    AddTracklyWithHandler,
}
