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

    /// <summary>Makes the handler that a container offers fit for sends: no cookies, and connections that are renewed. A type that is not known stays as it is.</summary>
    public static void Prepare(HttpMessageHandler handler)
    {
        if (IsInUse(() => SwitchCookiesOff(handler)))
            return;
#if NET
        if (handler is SocketsHttpHandler sockets)
            sockets.PooledConnectionLifetime = Lifetime;
#endif
    }

    /// <summary>Switches redirects off where the type of a handler is known: the API key would go along to another host.</summary>
    public static void RefuseRedirects(HttpMessageHandler handler) => IsInUse(() => SwitchRedirectsOff(handler));

    private static void SwitchCookiesOff(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
            client.UseCookies = false;
#if NET
        else if (handler is SocketsHttpHandler sockets)
            sockets.UseCookies = false;
#endif
    }

    private static void SwitchRedirectsOff(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
            client.AllowAutoRedirect = false;
#if NET
        else if (handler is SocketsHttpHandler sockets)
            sockets.AllowAutoRedirect = false;
#endif
    }

    /// <summary>A handler that has sent for somebody else cannot be changed any more; the guard refuses what a redirect of it would repeat.</summary>
    private static bool IsInUse(Action change)
    {
        try
        {
            change();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
