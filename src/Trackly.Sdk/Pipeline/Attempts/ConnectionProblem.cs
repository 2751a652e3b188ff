#if !NET
using System.Net;
#endif
using System.Net.Sockets;
using System.Security.Authentication;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>Why no connection could be used, as far as an exception tells.</summary>
/// <param name="Failure">The reason. <see cref="SendFailure.Connection"/>, the default, when the exception does not tell.</param>
/// <param name="IsPermanent">Whether every attempt fails in this way until somebody changes something.</param>
internal readonly record struct ConnectionProblem(SendFailure Failure, bool IsPermanent = false)
{
    public static ConnectionProblem Find(Exception? exception)
    {
        // The HttpClient or its handler: a connection that is disposed has its error wrapped.
        if (exception is ObjectDisposedException)
            return new(SendFailure.Disposed, IsPermanent: true);
        // So SocketsHttpHandler says that its ConnectTimeout ran out; the timeout of an HttpClient has an inner exception of its own.
        if (exception is OperationCanceledException { InnerException: TimeoutException { InnerException: null } })
            return new(SendFailure.ConnectTimeout);
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Read(cause) is { } problem)
                return problem;
        }

        return default;
    }

    private static ConnectionProblem? Read(Exception exception) => exception switch
    {
        HttpRequestException request => ReadRequest(request),
        AuthenticationException => new(SendFailure.SecureConnection, IsPermanent: true),
        SocketException socket => ReadSocket(socket.SocketErrorCode),
#if !NET
        WebException web => ReadWeb(web),
#endif
        _ => null,
    };

    private static ConnectionProblem? ReadRequest(HttpRequestException exception) => GetError(exception) switch
    {
        "NameResolutionError" => new(SendFailure.NameResolution),
        // A handshake that breaks off may succeed the next time.
        "SecureConnectionError" => new(SendFailure.SecureConnection, IsPermanent: IsCausedByTrust(exception)),
        "ProxyTunnelError" => new(SendFailure.Proxy, IsPermanent: IsRefusalOfProxy(exception)),
        _ => null,
    };

    private static ConnectionProblem? ReadSocket(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => new(SendFailure.NameResolution),
        SocketError.ConnectionRefused => new(SendFailure.ConnectionRefused),
        SocketError.TimedOut => new(SendFailure.ConnectTimeout),
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown => new(SendFailure.Unreachable),
        _ => null,
    };

    private static bool IsCausedByTrust(Exception? exception) => exception is not null && (exception is AuthenticationException || IsCausedByTrust(exception.InnerException));

    /// <summary>Returns whether a proxy responded and refused, as opposed to one that cannot reach the server, or that breaks off.</summary>
    private static bool IsRefusalOfProxy(HttpRequestException exception) =>
        GetStatusCode(exception) is { } status ? status < 500 : exception.InnerException?.GetType().Name == "SocksException";

#if NET
    private static string GetError(HttpRequestException exception) => exception.HttpRequestError.ToString();

    private static int? GetStatusCode(HttpRequestException exception) => (int?)exception.StatusCode;
#else
    /// <summary>Where the runtime is newer than this build. .NET Framework has other exceptions instead.</summary>
    private static string? GetError(HttpRequestException exception) => GetProperty(exception, "HttpRequestError")?.ToString();

    private static int? GetStatusCode(HttpRequestException exception) => (int?)(HttpStatusCode?)GetProperty(exception, "StatusCode");

    private static object? GetProperty(HttpRequestException exception, string name) => exception.GetType().GetProperty(name)?.GetValue(exception);

    private static ConnectionProblem? ReadWeb(WebException exception) => exception.Status switch
    {
        WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure => new(SendFailure.NameResolution),
        WebExceptionStatus.TrustFailure => new(SendFailure.SecureConnection, IsPermanent: true),
        WebExceptionStatus.SecureChannelFailure => new(SendFailure.SecureConnection, IsPermanent: IsCausedByTrust(exception)),
        WebExceptionStatus.RequestProhibitedByProxy => new(SendFailure.Proxy, IsPermanent: true),
        _ => null,
    };
#endif
}
