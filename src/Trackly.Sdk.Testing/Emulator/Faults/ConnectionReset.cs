using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>No answer, but a reset of the connection (RST): the client's socket fails, where an ordinary close would only end.</summary>
internal sealed record ConnectionReset : EmulatorResponse
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
