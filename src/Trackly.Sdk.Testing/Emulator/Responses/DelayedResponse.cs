using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>A response that is sent after a wait.</summary>
internal sealed record DelayedResponse(EmulatorResponse Response, TimeSpan Delay, TimeProvider Clock) : EmulatorResponse
{
    public override int? StatusCode => Response.StatusCode;

    public override ErrorResponse? FindError() => Response.FindError();

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Delay, Clock, ended.Token).ConfigureAwait(false);
        await Response.SendAsync(context, closing).ConfigureAwait(false);
    }
}
