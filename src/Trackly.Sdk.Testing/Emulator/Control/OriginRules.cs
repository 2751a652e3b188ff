using System.Net;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Keeps other people's web pages, open in a developer's browser, from reading messages and scripting faults.</summary>
/// <remarks>
/// A page of another origin is told by <c>Origin</c> and <c>Sec-Fetch-Site</c>. One whose name was pointed at this machine counts as the same origin for the
/// browser, and is told by its name: only names that nobody else can own are let in.
/// </remarks>
internal sealed class OriginRules(IPAddress bound)
{
    public ErrorResponse? Check(HttpRequest request) =>
        !IsOwn(request.Host.Host) ? ErrorResponse.ForeignHost
        : request.Headers["Sec-Fetch-Site"] == "cross-site" || IsForeign(request.Headers.Origin, request.Host) ? ErrorResponse.ForeignPage
        : null;

    // A page reached by an address is on the machine that has it, so any address will do where the emulator listens on all.
    private bool IsOwn(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
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
