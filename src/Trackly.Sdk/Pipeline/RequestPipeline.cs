using Polly;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk.Pipeline;

/// <summary>Carries any operation to Trackly: check, recipient policy, serialize, attempts, then a response or one exception, with telemetry around it.</summary>
internal sealed class RequestPipeline : IDisposable
{
    /// <summary>The limit that Trackly documents for a request, metadata included.</summary>
    private const int MaxBodyBytes = 5 * 1024 * 1024;

    private readonly CancellationTokenSource _disposal = new();
    private readonly Transmitter _transmitter;
    private readonly Func<ClientSettings> _getSettings;
    private readonly RequestTelemetry _telemetry;
    private readonly Func<Call, CancellationToken, ValueTask<Outcome<Attempt>>> _sendAttempt;

    public RequestPipeline(Transmitter transmitter, Func<ClientSettings> getSettings, RequestTelemetry telemetry)
    {
        (_transmitter, _getSettings, _telemetry) = (transmitter, getSettings, telemetry);
        _sendAttempt = SendAttemptAsync;
    }

    public TimeProvider Clock => _telemetry.Clock;

    /// <summary>Gets the address of the server as it is configured now.</summary>
    public Uri BaseAddress => _getSettings().BaseAddress;

    /// <summary>Gets the token that disposing the client cancels.</summary>
    public CancellationToken Disposal => _disposal.Token;

    public Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, TracklyRequestOptions? options, CancellationToken cancellationToken,
        Action<SendAttempt, TimeSpan>? onRetry = null)
        where TRequest : class
        where TResponse : class
    {
        var settings = _getSettings();
        if (Prepare(operation, request, settings, out var body) is not { } problem)
            return SendAsync(operation, settings.GetAddress(operation.Path, operation.GetPathSuffix(request)), body, options, settings, onRetry, cancellationToken);
        _telemetry.Start(operation.Name, settings.BaseAddress, settings.AttemptTimeout).Fail(problem);
        return Task.FromException<TResponse>(problem);
    }

    /// <summary>Ends the calls in progress, their waits and retries too.</summary>
    public void Dispose() => _disposal.Cancel();

    /// <summary>Checks a request, applies the recipient policy and serializes what goes out. Returns what is wrong, or null.</summary>
    private static TracklyException? Prepare<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, ClientSettings settings, out byte[]? body)
        where TRequest : class
        where TResponse : class
    {
        body = null;
        var errors = new RequestErrors();
        operation.Validate(request, errors);
        request = operation.WriteValues(request, errors);
        if (errors.ToException() is { } invalid)
            return invalid;
        try
        {
            if (settings.Recipients is { } recipients)
                request = operation.MapRecipients(request, recipients.Map);
            body = operation.Serialize(request);
        }
        catch (TracklyRecipientBlockedException blocked)
        {
            return blocked;
        }
        catch (Exception exception)
        {
            errors.AddWriteError(exception);
        }

        if (body is { Length: > MaxBodyBytes })
        {
            errors.Add(TracklyErrorCode.PayloadTooLarge, "", FormattableString.Invariant(
                $"The request has {body.Length:N0} bytes as JSON, metadata included, and Trackly takes 5 MB ({MaxBodyBytes:N0} bytes): send less."));
        }

        return errors.ToException();
    }

    private async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, Uri address, byte[]? body, TracklyRequestOptions? options, ClientSettings settings, Action<SendAttempt, TimeSpan>? onRetry,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        // Inside the asynchronous method, so that the span is not left as the caller's current one.
        var observation = _telemetry.Start(operation.Name, settings.BaseAddress, settings.AttemptTimeout);
        try
        {
            using var canceled = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token) : null;
            var path = settings.GetAddress(operation.Path, suffix: "");
            var call = new Call(_telemetry.Clock, cancellationToken, canceled?.Token ?? _disposal.Token)
            {
                Method = operation.Method,
                BaseAddress = settings.BaseAddress,
                Address = address,
                MaskedAddress = ReferenceEquals(address, path) ? null : $"{path}/***",
                ApiKey = settings.ApiKey,
                Body = body,
                Parser = operation,
                MaxResponseBytes = operation.MaxResponseBytes,
                RepeatSafety = operation.RepeatSafety,
                Advice = operation.Advice,
                RetryMode = options?.RetryMode ?? settings.RetryMode,
                Timeout = options?.Timeout ?? settings.Timeout,
                OnRetry = onRetry,
            };
            var (last, interruption) = await settings.Retries.RunAsync(call, _sendAttempt).ConfigureAwait(false);
            if (interruption is not null || last is not { Verdict.Result: AttemptResult.Accepted })
                throw ExceptionFactory.Create(call, last, interruption, settings);
            var response = operation.WithAttempts((TResponse)last.Parsed.Value!, call.Attempts);
            observation.Succeed(operation.GetLogId(response), call.Attempts);
            return response;
        }
        catch (Exception exception)
        {
            observation.Fail(exception);
            throw;
        }
    }

    private async ValueTask<Outcome<Attempt>> SendAttemptAsync(Call call, CancellationToken cancellationToken)
    {
        // The key of the moment, unless the address has changed too: then it belongs to another server.
        var current = _getSettings();
        var attempt = new Attempt(call, current.BaseAddress == call.BaseAddress ? current.ApiKey : call.ApiKey);
        var transmission = _transmitter.TransmitAsync(attempt, cancellationToken);
        try
        {
            // A handler that ignores its token must not hold the caller.
            await transmission.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            attempt.SetException(exception);
        }

        attempt.Complete(ranOut: cancellationToken.IsCancellationRequested);
        return Outcome.FromResult(attempt);
    }
}
