using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>An answer that comes after a while.</summary>
internal sealed record Late(Answer Answer, TimeSpan Delay, TimeProvider Clock) : Answer
{
    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        await Task.Delay(Delay, Clock, over.Token).ConfigureAwait(false);
        await Answer.SendAsync(context, closing).ConfigureAwait(false);
    }
}
