using Polly;

namespace Trackly.Sdk.Pipeline;

/// <summary>Carries a valid request to Trackly: serialises once, tries as often as the table permits, says what happened.</summary>
internal sealed class Transport(Func<HttpClient> clients, SettingsSource settings, TimeProvider clock)
{
    public const string KeyHeader = "X-Api-Key";

    public async Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        RequestValidator.ThrowIfFaulty(request);
        if (cancellationToken.IsCancellationRequested)
            throw new TracklyCanceledException(SendOutcome.NotSent, cancellationToken: cancellationToken);

        var call = new SendCall(request, settings.Current, clock, cancellationToken);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            var outcome = await call.Settings.Resilience.ExecuteOutcomeAsync(
                static (context, state) => state.Transport.TryAsync(state.Call, context.CancellationToken), context, (Transport: this, Call: call)).ConfigureAwait(false);
            return outcome.Result is { End: AttemptEnd.Accepted } attempt ? Accepted(call, attempt.Said!) : throw FailureReport.Of(call, outcome.Exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<Attempt>> TryAsync(SendCall call, CancellationToken cancellationToken)
    {
        var attempt = call.BeginAttempt();
        try
        {
            var client = clients();
            using var request = RequestFor(attempt, client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (request.Method != HttpMethod.Post)
                throw attempt.Refuse();
            if (attempt.Answer is null)
                attempt.Hear(await Answer.ReadAsync(response, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault)
        {
            attempt.Fail(fault);
        }

        attempt.Conclude(ranOut: cancellationToken.IsCancellationRequested);
        return Outcome.FromResult(attempt);
    }

    private HttpRequestMessage RequestFor(Attempt attempt, HttpClient client)
    {
        // The key of the moment, not of the call: one that was rotated heals on the next try.
        var current = settings.Current;
        var request = new HttpRequestMessage(HttpMethod.Post, current.SendAddress);
        request.Content = new AttemptContent(request, attempt, attempt.Call.Body);
        attempt.Mark(request);
#if NET
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
#endif
        request.Headers.TryAddWithoutValidation(KeyHeader, current.ApiKey);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return request;
    }

    private static SendResponse Accepted(SendCall call, SendAnswer said) => new()
    {
        MessageId = said.MessageId!,
        Status = new MessageStatus(said.Status ?? ""),
        Attempts = call.Story(),
        AdditionalProperties = said.Others ?? SendResponse.NoProperties,
    };
}
