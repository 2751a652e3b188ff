namespace Trackly.Sdk.Testing.Fake;

/// <summary>Takes the place of the network, and does what the plan says.</summary>
internal sealed class PlannedHandler(PlannedCalls planned, TimeProvider clock) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (plan, step) = planned.Get(request);
        if (step is null or { ReadsBody: true } && request.Content is { } body)
            await HandlerSteps.ReadBodyAsync(body, cancellationToken).ConfigureAwait(false);
        if (step is null)
            return Respond(request, FakeResponses.Create(plan.Error!));

        // Before the wait, as in the emulator: a caller that gives up meanwhile does not take the change back.
        var response = step.IsQueued ? plan.Apply!() : null;
        step.OnReceived?.Invoke();
        if (step.Delay > TimeSpan.Zero)
            await HandlerSteps.DelayAsync(step.Delay, clock, cancellationToken).ConfigureAwait(false);
        if (step.WaitsForCancellation)
            await HandlerSteps.DelayAsync(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(false);
        return Respond(request, response is not null && step.IsSuccess ? FakeResponses.Create(response) : step.Respond(""));
    }

    private static HttpResponseMessage Respond(HttpRequestMessage request, HttpResponseMessage response)
    {
        response.RequestMessage = request;
        return response;
    }
}
