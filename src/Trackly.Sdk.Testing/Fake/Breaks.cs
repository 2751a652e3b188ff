using System.Net.Sockets;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>What an HttpClient throws when no answer comes.</summary>
internal static class Breaks
{
    public static HttpRequestException Refused() => new("Connection refused", new SocketException((int)SocketError.ConnectionRefused));

    public static HttpRequestException CutOff() => new("The response ended prematurely.", new IOException("Connection reset by peer"));

    /// <summary>A cancellation that is not the caller's is how HttpClient says that a time-out ran out.</summary>
    public static TaskCanceledException OutOfTime() => new("The request was canceled because no answer came in time.", new TimeoutException());
}
