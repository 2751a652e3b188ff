using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>No response, until the client gives up or the emulator is disposed.</summary>
internal sealed record NoResponse : EmulatorResponse
{
    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended.Token).ConfigureAwait(false);
    }
}
