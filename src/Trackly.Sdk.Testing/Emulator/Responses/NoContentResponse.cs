using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>Done, and nothing to say.</summary>
internal sealed record NoContentResponse : EmulatorResponse
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
