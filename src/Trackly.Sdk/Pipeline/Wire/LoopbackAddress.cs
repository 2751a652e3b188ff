#if NET
using System.Net;
#endif

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The addresses of this machine. RFC 6761 reserves <c>localhost</c> and every name that ends in <c>.localhost</c> for them.</summary>
internal static class LoopbackAddress
{
    public static bool IsLoopback(Uri address) => address.IsLoopback || IsBelowLocalhost(address.IdnHost);

#if NET
    /// <summary>Resolves a name. A name below <c>localhost</c> never leaves the machine, and many a resolver does not know it.</summary>
    public static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        IsBelowLocalhost(host) ? Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]) : Dns.GetHostAddressesAsync(host, cancellationToken);
#endif

    /// <summary>A dot at the end only says that the name is whole.</summary>
    private static bool IsBelowLocalhost(string host) =>
        host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost.", StringComparison.OrdinalIgnoreCase);
}
