using System.Net.Sockets;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>What an HttpClient throws when no answer comes.</summary>
internal static class NetworkFailures
{
    public static HttpRequestException ConnectionRefused() => new("Connection refused", new SocketException((int)SocketError.ConnectionRefused));

    public static HttpRequestException ConnectionReset() => new("The response ended prematurely.", new IOException("Connection reset by peer"));

    /// <summary>A cancellation that is not the caller's is how HttpClient says that a time-out ran out.</summary>
    public static TaskCanceledException Timeout() => new("The request was canceled because no answer came in time.", new TimeoutException());
}
