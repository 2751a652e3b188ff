using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>No answer, but a reset of the connection (RST): the client's socket fails, where an ordinary close would only end.</summary>
internal sealed record ResetResponse : EmulatorResponse
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
