#if NET
using System.Diagnostics;
#else
using System.Net;
#endif

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The connections of a client that a program keeps for weeks: they see DNS changes, skip a dead address, follow no redirect and carry no cookie.</summary>
internal static class DefaultConnections
{
    /// <summary>How long a connection is used before it is replaced, so that a changed DNS entry is seen.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Creates the invoker that sends over the connections. An HttpClient would add a timeout, default headers and a linked token, which nothing here uses.</summary>
    public static HttpMessageInvoker CreateInvoker() => new(new SingleTransmissionHandler(CreateHandler()));

#if NET
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        ActivityHeadersPropagator = new AddressMask(DistributedContextPropagator.Current),
        AllowAutoRedirect = false,
        ConnectCallback = static (context, cancellationToken) => ConnectionRace.Default.ConnectAsync(context.DnsEndPoint, cancellationToken),
        PooledConnectionLifetime = Lifetime,
        Proxy = new LoopbackProxy(HttpClient.DefaultProxy),
        UseCookies = false,
    };
#else
    public static HttpMessageHandler CreateHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        Proxy = new LoopbackProxy(WebRequest.DefaultWebProxy ?? new WebProxy()),
        UseCookies = false,
    };
#endif

    /// <summary>Returns whether a handler of the host follows redirects, as far as its type is known. It would send the API key to another host.</summary>
    public static bool FollowsRedirects(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        return handler switch
        {
            HttpClientHandler client => client.AllowAutoRedirect,
#if NET
            SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
#endif
            _ => false,
        };
    }
}
