namespace Trackly.Sdk.Testing.Fake;

/// <summary>Takes the place of the network for one call, and does what the script says.</summary>
/// <param name="takeStep">Takes the step of the call from the script.</param>
/// <param name="queue">Queues the one message of the call under the id of the step, and returns its id.</param>
/// <param name="clock">The clock of waits.</param>
/// <param name="canBeCanceled">Whether the caller can cancel the call.</param>
internal sealed class ScriptedHandler(Func<ScriptStep> takeStep, Func<string?, string> queue, TimeProvider clock, bool canBeCanceled) : HttpMessageHandler
{
    /// <summary>What is wrong with the script, as opposed to a failed send. Null when nothing is.</summary>
    public Exception? ScriptException { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = FindStep();
        if (step.ReadsBody)
            await HandlerSteps.ReadBodyAsync(request.Content!, cancellationToken).ConfigureAwait(false);

        // Before the wait, as in the emulator: a caller that gives up meanwhile does not take the message back.
        var messageId = step.IsQueued ? queue(step.MessageId) : "";
        step.OnReceived?.Invoke();
        if (step.Delay > TimeSpan.Zero)
            await HandlerSteps.DelayAsync(step.Delay, clock, cancellationToken).ConfigureAwait(false);
        if (step.WaitsForCancellation)
            await HandlerSteps.DelayAsync(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(false);
        var response = step.Respond(messageId);
        response.RequestMessage = request;
        return response;
    }

    private ScriptStep FindStep()
    {
        try
        {
            var step = takeStep();
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
}
