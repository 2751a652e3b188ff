using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>A response whose body is sent byte by byte, with a pause before each.</summary>
internal sealed record TrickledResponse(JsonResponse Response, TimeSpan Pause, TimeProvider Clock) : EmulatorResponse
{
    public override int? StatusCode => Response.StatusCode;

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var body = Response.Body();
        Response.WriteHead(context.Response, body.Length);
        await context.Response.Body.FlushAsync(ended.Token).ConfigureAwait(false);
        for (var index = 0; index < body.Length; index++)
        {
            await Task.Delay(Pause, Clock, ended.Token).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(body.Slice(index, 1), ended.Token).ConfigureAwait(false);
        }
    }
}
