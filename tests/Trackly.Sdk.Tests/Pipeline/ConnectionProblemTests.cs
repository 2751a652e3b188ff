using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>What an exception tells about the connection, on every runtime.</summary>
public sealed class ConnectionProblemTests
{
    public static TheoryData<Exception?, SendFailure, bool> Exceptions => new()
    {
        { null, SendFailure.Connection, false },
        { new HttpRequestException("No more is known."), SendFailure.Connection, false },
        { new InvalidOperationException("A handler of the host."), SendFailure.Connection, false },
        { Wrap(new SocketException((int)SocketError.HostNotFound)), SendFailure.NameResolution, false },
        { Wrap(new SocketException((int)SocketError.TryAgain)), SendFailure.NameResolution, false },
        { Wrap(new SocketException((int)SocketError.NoData)), SendFailure.NameResolution, false },
        { Wrap(new SocketException((int)SocketError.NoRecovery)), SendFailure.NameResolution, false },
        { Wrap(new SocketException((int)SocketError.NetworkDown)), SendFailure.Unreachable, false },
        { Wrap(new SocketException((int)SocketError.HostDown)), SendFailure.Unreachable, false },
        { Wrap(new SocketException((int)SocketError.ConnectionRefused)), SendFailure.ConnectionRefused, false },
        { Wrap(new SocketException((int)SocketError.TimedOut)), SendFailure.ConnectTimeout, false },
        { Wrap(new SocketException((int)SocketError.HostUnreachable)), SendFailure.Unreachable, false },
        { Wrap(new SocketException((int)SocketError.NetworkUnreachable)), SendFailure.Unreachable, false },
        { Wrap(new SocketException((int)SocketError.ConnectionReset)), SendFailure.Connection, false },
        { Wrap(new AuthenticationException()), SendFailure.SecureConnection, true },
        { Wrap(new IOException("broken", new SocketException((int)SocketError.ConnectionRefused))), SendFailure.ConnectionRefused, false },
        { new ObjectDisposedException("HttpClient"), SendFailure.Disposed, true },
        { Wrap(new ObjectDisposedException("NetworkStream")), SendFailure.Connection, false },
        { new TaskCanceledException("", new TimeoutException("ConnectTimeout")), SendFailure.ConnectTimeout, false },
        { new TaskCanceledException("", new TimeoutException("HttpClient.Timeout", new TaskCanceledException())), SendFailure.Connection, false },
#if NET
        { new HttpRequestException(HttpRequestError.NameResolutionError), SendFailure.NameResolution, false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "", new IOException("broke off")), SendFailure.SecureConnection, false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "", new AuthenticationException("untrusted")), SendFailure.SecureConnection, true },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, HttpStatusCode.ProxyAuthenticationRequired), SendFailure.Proxy, true },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, HttpStatusCode.Forbidden), SendFailure.Proxy, true },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, HttpStatusCode.InternalServerError), SendFailure.Proxy, false },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "", null, HttpStatusCode.BadGateway), SendFailure.Proxy, false },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "", new IOException("broke off")), SendFailure.Proxy, false },
#elif NETFRAMEWORK
        { Wrap(new WebException("", WebExceptionStatus.NameResolutionFailure)), SendFailure.NameResolution, false },
        { Wrap(new WebException("", WebExceptionStatus.ProxyNameResolutionFailure)), SendFailure.NameResolution, false },
        { Wrap(new WebException("", WebExceptionStatus.TrustFailure)), SendFailure.SecureConnection, true },
        { Wrap(new WebException("", WebExceptionStatus.SecureChannelFailure)), SendFailure.SecureConnection, false },
        { Wrap(new WebException("", new AuthenticationException(), WebExceptionStatus.SecureChannelFailure, null)), SendFailure.SecureConnection, true },
        { Wrap(new WebException("", WebExceptionStatus.RequestProhibitedByProxy)), SendFailure.Proxy, true },
        { Wrap(new WebException("", new SocketException((int)SocketError.ConnectionRefused), WebExceptionStatus.ConnectFailure, null)), SendFailure.ConnectionRefused, false },
#endif
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public void Find_Exception_IsOneOfTheClosedReasons(Exception? exception, SendFailure failure, bool isPermanent) =>
        ConnectionProblem.Find(exception).Should().Be(new ConnectionProblem(failure, isPermanent));

    private static HttpRequestException Wrap(Exception inner) => new("wrapped", inner);
}
