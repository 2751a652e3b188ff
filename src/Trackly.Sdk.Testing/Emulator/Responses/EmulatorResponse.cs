using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>What a request gets: usually a response, sometimes a broken connection or nothing.</summary>
internal abstract record EmulatorResponse
{
    /// <summary>The status that the client gets. Null when it gets no response.</summary>
    public virtual int? StatusCode => null;

    /// <returns>The error that the client gets, or null when it gets none.</returns>
    public virtual ErrorResponse? FindError() => null;

    /// <param name="context">The request and its response.</param>
    /// <param name="closing">Canceled when the emulator is disposed. Every wait must then end.</param>
    public abstract Task SendAsync(HttpContext context, CancellationToken closing);
}
