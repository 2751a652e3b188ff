namespace Trackly.Sdk.Pipeline;

/// <summary>The connections of a client that has no container: kept for weeks, they see DNS changes, and carry nothing that a send does not need.</summary>
internal static class WireConnections
{
    /// <summary>How long a connection is used before it is made anew, so that a changed DNS entry is seen.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static HttpClient NewClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

#if NET
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = Lifetime,
        UseCookies = false,
    };
#else
    public static HttpMessageHandler NewHandler() => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#endif

    /// <summary>Switches redirects off where the type of a handler is known: the API key would go along to another host.</summary>
    public static void RefuseRedirects(HttpMessageHandler handler)
    {
        try
        {
            if (handler is HttpClientHandler client)
                client.AllowAutoRedirect = false;
#if NET
            else if (handler is SocketsHttpHandler sockets)
                sockets.AllowAutoRedirect = false;
#endif
        }
        catch (InvalidOperationException)
        {
            // Already in use elsewhere, so it cannot be changed: the content of an attempt refuses what a redirect would repeat.
        }
    }
}
