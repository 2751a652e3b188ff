namespace Trackly.Sdk.Testing.Fake;

/// <summary>What lies between a client and Trackly, for one call: it does what the script says.</summary>
internal sealed class Wire(Script script, Ledger ledger, TimeProvider clock, SendRequest sent, bool canBeCanceled) : HttpMessageHandler
{
    /// <summary>What is wrong with the script, and no failure of a send. Null when nothing is.</summary>
    public Exception? ScriptFault { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = StepOf(sent);
        if (step.TakesTheBody)
            await TakeAsync(request.Content!, cancellationToken).ConfigureAwait(false);
        if (step.Delay > TimeSpan.Zero)
            await DelayAsync(step.Delay, cancellationToken).ConfigureAwait(false);
        var messageId = step.Queues ? ledger.Queue(sent, step.MessageId) : "";
        if (step.WaitsForTheCaller)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        var response = step.End(messageId);
        response.RequestMessage = request;
        return response;
    }

    private Step StepOf(SendRequest request)
    {
        try
        {
            var step = script.Take(request);
            return canBeCanceled || !step.WaitsForTheCaller
                ? step
                : throw new InvalidOperationException("Hangs() ends when the caller cancels, and this call has no token that anybody can cancel: give SendAsync one.");
        }
        catch (Exception fault)
        {
            ScriptFault = fault;
            throw;
        }
    }

#if NET
    private static Task TakeAsync(HttpContent body, CancellationToken cancellationToken) => body.CopyToAsync(Stream.Null, cancellationToken);

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, clock, cancellationToken);
#else
    private static Task TakeAsync(HttpContent body, CancellationToken _) => body.CopyToAsync(Stream.Null);

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
#endif
}
