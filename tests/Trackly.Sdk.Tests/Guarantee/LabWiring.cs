namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The ways in which an application comes by a client.</summary>
public enum LabWiring
{
    /// <summary>Over an HttpClient: the content alone stands guard.</summary>
    HttpClient,

    /// <summary>From a container: the guard sits next to the sockets.</summary>
    AddTrackly,

    /// <summary>From a container, with a handler of the host before the guard: the guard reads the answer, and knows a request by its mark.</summary>
    AddTracklyWithAHandler,
}
