using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A request to the control API that has a route.</summary>
/// <param name="Context">The request and its response.</param>
/// <param name="Value">What stands in the place of the braces of the route; empty when it has none.</param>
internal sealed record ControlRequest(HttpContext Context, string Value)
{
    /// <summary>
    /// Gets the address of the API as the caller knows it. It can differ from the one that the emulator knows, for example when a port is forwarded.
    /// </summary>
    public string Api => GetApiAddress(Context.Request);

    public IQueryCollection Query => Context.Request.Query;

    public CancellationToken Aborted => Context.RequestAborted;

    public static string GetApiAddress(HttpRequest request) => $"http://{request.Host}{SendEndpoint.ApiRoot}";

    /// <exception cref="FormatException">The body is larger than 5 MB.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync() =>
        await LimitedBodyReader.ReadAsync(Context.Request, Aborted).ConfigureAwait(false) ?? throw new FormatException("The request body is larger than 5 MB.");
}
