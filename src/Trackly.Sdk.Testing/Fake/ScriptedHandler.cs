namespace Trackly.Sdk.Testing.Fake;

/// <summary>Takes the place of the network for one call, and does what the script says.</summary>
internal sealed class ScriptedHandler(FakeScript script, CallRecord record, TimeProvider clock, SendRequest sent, bool canBeCanceled) : HttpMessageHandler
{
    /// <summary>What is wrong with the script, as opposed to a failed send. Null when nothing is.</summary>
    public Exception? ScriptException { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = FindStep(sent);
        if (step.ReadsBody)
            await ReadBodyAsync(request.Content!, cancellationToken).ConfigureAwait(false);

        // Before the wait, as in the emulator: a caller that gives up meanwhile does not take the message back.
        var messageId = step.IsQueued ? record.Queue(sent, step.MessageId) : "";
        if (step.Delay > TimeSpan.Zero)
            await DelayAsync(step.Delay, cancellationToken).ConfigureAwait(false);
        if (step.WaitsForCancellation)
            await DelayAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        var response = step.Respond(messageId);
        response.RequestMessage = request;
        return response;
    }

    private ScriptStep FindStep(SendRequest request)
    {
        try
        {
            var step = script.Take(request);
            return canBeCanceled || !step.WaitsForCancellation
                ? step
                : throw new InvalidOperationException("Hangs() ends when the caller cancels, and this call has no token that can be canceled: pass one to SendAsync.");
        }
        catch (Exception exception)
        {
            ScriptException = exception;
            throw;
        }
    }

#if NET
    private static Task ReadBodyAsync(HttpContent body, CancellationToken cancellationToken) => body.CopyToAsync(Stream.Null, cancellationToken);

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, clock, cancellationToken);
#else
    private static Task ReadBodyAsync(HttpContent body, CancellationToken _) => body.CopyToAsync(Stream.Null);

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
#endif
}
