using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>No answer, until the client gives up or the emulator is disposed.</summary>
internal sealed record Silence : Answer
{
    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Timeout.InfiniteTimeSpan, over.Token).ConfigureAwait(false);
    }
}
