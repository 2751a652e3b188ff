using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>An answer whose body comes byte by byte, with a pause before each.</summary>
internal sealed record Drip(JsonAnswer Answer, TimeSpan Pause, TimeProvider Clock) : Answer
{
    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var body = Answer.Body();
        Answer.WriteHead(context.Response, body.Length);
        await context.Response.Body.FlushAsync(over.Token).ConfigureAwait(false);
        for (var index = 0; index < body.Length; index++)
        {
            await Task.Delay(Pause, Clock, over.Token).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(body.Slice(index, 1), over.Token).ConfigureAwait(false);
        }
    }
}
