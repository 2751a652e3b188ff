using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>A success without a body.</summary>
internal sealed record NoContentResponse : EmulatorResponse
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
