namespace Trackly.Sdk.Pipeline;

/// <summary>The connections of a client: kept for weeks, they see DNS changes, and carry nothing that a send does not need.</summary>
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

    /// <summary>Switches redirects and cookies off where the type of a container's handler is known: the API key would go along to another host.</summary>
    public static void Harden(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        try
        {
            if (handler is HttpClientHandler client)
                (client.AllowAutoRedirect, client.UseCookies) = (false, false);
#if NET
            else if (handler is SocketsHttpHandler sockets)
                (sockets.AllowAutoRedirect, sockets.UseCookies) = (false, false);
#endif
        }
        catch (InvalidOperationException)
        {
            // It has sent for somebody else and cannot be changed any more; the guard refuses what a redirect of it would repeat.
        }
    }
}
