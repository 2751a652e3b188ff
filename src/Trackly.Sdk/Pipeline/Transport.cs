using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Polly;

namespace Trackly.Sdk.Pipeline;

/// <summary>Carries a valid request to Trackly: serialises once, tries as often as the table permits, says what happened.</summary>
internal sealed class Transport(
    Func<HttpClient> clients, SettingsSource settings, TimeProvider clock, ILoggerFactory? loggerFactory = null, WireGuardFilter? guard = null)
{
    public const string KeyHeader = "X-Api-Key";

    private readonly SendTelemetry _telemetry = new(loggerFactory, clock);

    public async Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        var observed = _telemetry.Begin(current);
        try
        {
            RequestValidator.ThrowIfFaulty(request);
            if (cancellationToken.IsCancellationRequested)
                throw new TracklyCanceledException(SendOutcome.NotSent, cancellationToken: cancellationToken);

            var call = new SendCall(request, current, _telemetry, clock, cancellationToken);
            var outcome = await current.Resilience.ExecuteOutcomeAsync(
                static (context, state) => state.Transport.TryAsync(state.Call, context.CancellationToken), context, (Transport: this, Call: call)).ConfigureAwait(false);
            if (outcome.Result is not { End: AttemptEnd.Accepted } attempt)
                throw FailureReport.Of(call, outcome.Exception);
            var response = ResponseOf(call, attempt.Said!);
            observed.Accepted(response);
            return response;
        }
        catch (Exception failure)
        {
            observed.Failed(failure);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<Attempt>> TryAsync(SendCall call, CancellationToken cancellationToken)
    {
        var attempt = call.BeginAttempt(settings.Current);
        try
        {
            var client = clients();
            using var request = RequestFor(attempt, client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (request.Method != HttpMethod.Post)
                throw attempt.Refuse();
            if (attempt.Answer is null && attempt.IsClaimed)
                throw new HttpRequestException("A handler answered in place of a transmission that had begun.");
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
        // A guard puts key and watchful content on itself, behind every handler that may log or read them; until then a log shows that there will be a key.
        var isGuarded = guard is { IsInPlace: true };
        var request = new HttpRequestMessage(HttpMethod.Post, attempt.Settings.SendAddress);
        request.Content = isGuarded ? PlainContent(attempt.Call.Body) : new AttemptContent(request, attempt, attempt.Call.Body);
        attempt.Mark(request);
#if NET
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
#endif
        request.Headers.TryAddWithoutValidation(KeyHeader, isGuarded ? Redaction.Mask : attempt.Settings.ApiKey);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return request;
    }

    private static ByteArrayContent PlainContent(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static SendResponse ResponseOf(SendCall call, SendAnswer said) => new()
    {
        MessageId = said.MessageId!,
        Status = new MessageStatus(said.Status ?? ""),
        Attempts = call.Story(),
        AdditionalProperties = said.Others ?? SendResponse.NoProperties,
    };
}
