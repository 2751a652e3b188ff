using System.Net;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Prevents web pages of other origins, open in a developer's browser, from sending, reading messages and scripting faults.</summary>
/// <remarks>
/// A page of another origin is recognized by <c>Origin</c> and <c>Sec-Fetch-Site</c>. A page whose host name resolves to this machine (DNS rebinding)
/// has the same origin for the browser, and is recognized by its name: only names that nobody else can own, and those in the options, are allowed.
/// </remarks>
internal sealed class OriginRules(IPAddress bound, IEnumerable<string> allowedHosts)
{
    private const string Localhost = "localhost";

    private readonly HashSet<string> _allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    public ErrorResponse? Check(HttpRequest request) =>
        !IsOwn(request.Host.Host) ? ErrorResponse.ForeignHost
        : request.Headers["Sec-Fetch-Site"] == "cross-site" || IsForeign(request.Headers.Origin, request.Host) ? ErrorResponse.ForeignPage
        : null;

    // A page that was opened by an address is on the machine with that address. Any address is right when the emulator listens on all of them.
    private bool IsOwn(string host)
    {
        if (_allowed.Contains(host))
            return true;
        if (host.Equals(Localhost, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase))
            return IsLoopback || IsAny;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return IsAny || address.Equals(bound) || (IsLoopback && IPAddress.IsLoopback(address));
        return !IsLoopback && host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsLoopback => IPAddress.IsLoopback(bound);

    private bool IsAny => bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any);

    private static bool IsForeign(string? origin, HostString host) =>
        origin is not null && !origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase);
}
