using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>What becomes of a request on the wire: mostly something that is said, sometimes something that is not.</summary>
internal abstract record EmulatorResponse
{
    /// <param name="context">The request, and the way back.</param>
    /// <param name="closing">Cancelled when the emulator is disposed; whoever waits must then stop.</param>
    public abstract Task SendAsync(HttpContext context, CancellationToken closing);
}
