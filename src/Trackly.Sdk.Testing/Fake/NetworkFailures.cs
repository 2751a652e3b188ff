using System.Net.Sockets;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>Creates the exceptions that HttpClient throws when there is no response.</summary>
internal static class NetworkFailures
{
    public static HttpRequestException ConnectionRefused() => new("Connection refused", new SocketException((int)SocketError.ConnectionRefused));

    public static HttpRequestException ConnectionReset() => new("The response ended prematurely.", new IOException("Connection reset by peer"));

    /// <summary>HttpClient reports its own timeout as a cancellation that the caller did not request.</summary>
    public static TaskCanceledException Timeout() => new("The request was canceled because there was no response in time.", new TimeoutException());
}
