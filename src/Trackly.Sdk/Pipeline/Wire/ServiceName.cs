namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>An address whose host is the name of a service, and what it may be resolved to.</summary>
internal static class ServiceName
{
    /// <summary>The problem with a client that has no handler to resolve the name.</summary>
    public const string NotResolved =
        "BaseAddress names a service (https+http://), but no handler of the HTTP client resolves it. Call AddServiceDiscovery() on the builder that AddTrackly returns, or set "
        + "BaseAddress to the address itself, for example to the configuration value services:NAME:https:0.";

    /// <summary>Returns whether only service discovery can tell where the address is: its scheme is <c>https+http</c> or <c>http+https</c>.</summary>
    public static bool IsName(Uri address) => address.Scheme is "https+http" or "http+https";

    /// <summary>Returns why the key must not go to the address that a name was resolved to. Null when it may.</summary>
    public static string? FindProblem(Uri name, Uri resolved)
    {
        if (resolved.Scheme == Uri.UriSchemeHttps)
            return null;
        if (name.Scheme == Uri.UriSchemeHttps || resolved.Scheme != Uri.UriSchemeHttp)
            return $"Service discovery resolved BaseAddress to an address with the scheme '{resolved.Scheme}' instead of https.";
        // With plain http first, AllowInsecureHttp was asked for when the options were validated, unless the name itself is a loopback address.
        return LoopbackAddress.IsLoopback(resolved) || (name.Scheme != "https+http" && !LoopbackAddress.IsLoopback(name))
            ? null
            : "Service discovery resolved BaseAddress to plain http beyond this machine, which would show the API key on the network. "
                + "Use https, or write http+https:// and set AllowInsecureHttp to true if you mean it.";
    }
}
