using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>
/// No response, but a reset of the connection (RST). The client's socket reports an error; an ordinary close would only report the end.
/// </summary>
internal sealed record ResetResponse : EmulatorResponse
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
