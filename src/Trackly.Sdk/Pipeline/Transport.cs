using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Pipeline;

/// <summary>Carries a valid request to Trackly, if its recipient may be texted: serialises once, tries as often as the table permits, says what happened.</summary>
internal sealed class Transport(
    Func<HttpClient> clients, SettingsSource settings, TimeProvider clock, ILoggerFactory? loggerFactory = null, WireGuardFilter? guard = null)
{
    public const string KeyHeader = "X-Api-Key";

    private readonly SendTelemetry _telemetry = new(loggerFactory, clock);

    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (RequestValidator.FaultOf(request) is { } faulty)
            return Refused(faulty, current);
        if (current.Recipients is not { } gate)
            return CarryAsync(request, current, cancellationToken);
        return gate.RefusalOf(request) is { } blocked ? Refused(blocked, current) : CarryAsync(gate.Addressed(request), current, cancellationToken);
    }

    private async Task<SendResponse> CarryAsync(SendRequest request, SendSettings current, CancellationToken cancellationToken)
    {
        var observed = _telemetry.Begin(current);
        SendCall? call = null;
        try
        {
            if (cancellationToken.IsCancellationRequested)
                throw new TracklyCanceledException(SendOutcome.NotSent, cancellationToken: cancellationToken);

            call = new SendCall(request, current, _telemetry, clock, cancellationToken);
            var attempt = await TryAsync(call, cancellationToken).ConfigureAwait(false);
            var interruption = current.Retries.MayFollow(attempt) ? await current.Retries.GoOnAsync(call, TryAsync).ConfigureAwait(false) : null;
            if (interruption is not null || call.LastAttempt is not { End: AttemptEnd.Accepted, Answer.Said: { } said })
                throw FailureReport.Of(call, interruption);
            var response = ResponseOf(call, said);
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
            call?.Body.GiveBack();
        }
    }

    private async ValueTask<Attempt> TryAsync(SendCall call, CancellationToken cancellationToken)
    {
        var attempt = call.BeginAttempt(settings.Current);
        using var limit = new TimeLimit(call.Settings.AttemptTimeout, clock, cancellationToken);
        try
        {
            var client = clients();
            using var request = RequestFor(attempt, client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (request.Method != HttpMethod.Post)
                throw attempt.Refuse();
            if (attempt.Answer is null && attempt.IsClaimed)
                throw new HttpRequestException("A handler answered in place of a transmission that had begun.");
            if (attempt.Answer is null)
                attempt.Hear(await Answer.ReadAsync(response, clock, keepsBody: false, limit.Token).ConfigureAwait(false));
        }
        catch (Exception fault)
        {
            attempt.Fail(fault);
        }

        attempt.Conclude(ranOut: limit.Token.IsCancellationRequested);
        return attempt;
    }

    private AttemptRequest RequestFor(Attempt attempt, HttpClient client)
    {
        var request = new AttemptRequest(attempt, guard is { IsWatched: true });
        if (request.IsWatched)
        {
            // Handlers that may read, copy and repeat the request see a plain one; the guard behind them knows it, or its copy, by the mark.
            attempt.Mark(request);
            request.Content = new PlainContent(attempt.Call.Body);
        }
        else
        {
            request.Content = new AttemptContent(request, attempt, attempt.Call.Body);
        }

#if NET
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
#endif
        // A guard puts the key on itself, behind every handler that may log it; until then a log shows that there will be one.
        request.Headers.TryAddWithoutValidation(KeyHeader, guard is { IsInPlace: true } ? Redaction.Mask : attempt.Settings.ApiKey);
        request.Headers.TryAddWithoutValidation("Accept", AttemptContent.MediaType);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        return request;
    }

    private Task<SendResponse> Refused(TracklyException failure, SendSettings current)
    {
        _telemetry.Begin(current).Failed(failure);
        return Task.FromException<SendResponse>(failure);
    }

    private static SendResponse ResponseOf(SendCall call, SendAnswer said) => new()
    {
        MessageId = said.MessageId!,
        Status = new MessageStatus(said.Status ?? ""),
        Attempts = call.Story(),
        AdditionalProperties = said.Others ?? SendResponse.NoProperties,
    };
}
