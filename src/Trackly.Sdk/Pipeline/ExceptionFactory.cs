using System.Net;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Settings;

namespace Trackly.Sdk.Pipeline;

/// <summary>Turns what happened in a call into the one exception that says so.</summary>
internal static class ExceptionFactory
{
    /// <param name="call">The call that did not succeed.</param>
    /// <param name="last">The last attempt. Null when the call ended before the first.</param>
    /// <param name="interruption">What ended a wait between two attempts. Null when the last attempt decides.</param>
    /// <param name="settings">The settings of the call.</param>
    public static Exception Create(Call call, Attempt? last, Exception? interruption, ClientSettings settings)
    {
        if (interruption is null && last is not null)
            return Create(last, settings);
        var details = CreateDetails(call, interruption);
        if (call.CallerToken.IsCancellationRequested)
            return new TracklyCanceledException(details, call.CallerToken);
        if (call.IsDisposed)
            return new TracklyConnectionException($"The client was disposed during the call. {call.Advice.Get(call.Outcome)}", details);
        return new TracklyTimeoutException($"Timeout ({FormatSeconds(call.Timeout)}) ran out before the first attempt. {call.Advice.Get(call.Outcome)}", details);
    }

    private static Exception Create(Attempt last, ClientSettings settings)
    {
        var call = last.Call;
        var details = CreateDetails(call, last.Response is null ? last.Exception : last.Body.Exception);
        var advice = call.Advice.Get(call.Outcome);
        return last.Verdict switch
        {
            { Failure: SendFailure.Canceled } => new TracklyCanceledException(details, call.CallerToken),
            { Failure: SendFailure.Disposed, Result: not AttemptResult.CannotConnect } => new TracklyConnectionException(
                $"The client was disposed during the call. {advice}", details),
            { Failure: SendFailure.Timeout } => new TracklyTimeoutException($"No response within {FormatLimit(last, settings)}. {advice}", details),
            { Failure: SendFailure.Repeated, Result: AttemptResult.ResponseLost } => new TracklyConnectionException(
                "A handler inside the HttpClient tried to transmit the request a second time, which was refused, and kept the first response to itself. "
                + $"Remove its retries or redirects. {advice}",
                details),
            { Failure: SendFailure.Repeated, Result: AttemptResult.NeverStarted } => new TracklyConnectionException($"{last.Exception?.Message} {advice}", details),
            // Without a body, nothing says how far the request got.
            { Result: AttemptResult.NeverStarted, Failure: SendFailure.Connection } when call.Body is null => new TracklyConnectionException(
                $"No response came from {call.Address.Authority}. {advice}", details),
            { Result: AttemptResult.NeverStarted or AttemptResult.CannotConnect } => CreateNeverStarted(last, settings, details),
            { Result: AttemptResult.NotProcessed } when last.Response is null => new TracklyConnectionException($"The server did not process the request. {advice}", details),
            { Result: AttemptResult.ResponseLost } => new TracklyConnectionException($"The connection broke before a response arrived. {advice}", details),
            { Result: AttemptResult.UnreadableResponse } => CreateUnreadable(last, details),
            _ => TracklyApiException.Create(ReadError(last), new TracklyFailureDetails
            {
                Outcome = call.Outcome,
                Attempts = call.Attempts,
                Advice = call.Advice,
                IncludeErrorText = settings.IncludeErrorText,
            }),
        };
    }

    private static TracklyConnectionException CreateNeverStarted(Attempt last, ClientSettings settings, TracklyFailureDetails details)
    {
        var message = $"{ConnectionSentence.Describe(last, FormatLimit(last, settings))} {ConnectionSentence.Advise(last)}";
        return last.Verdict.Failure == SendFailure.ConnectTimeout ? new TracklyTimeoutException(message, details) : new TracklyConnectionException(message, details);
    }

    private static TracklyResponseException CreateUnreadable(Attempt last, TracklyFailureDetails details)
    {
        var response = last.Response!;
        return new TracklyResponseException(
            $"The response, {response.StatusCode}, cannot be read: {DescribeProblem(last)}. {last.Call.Advice.Unreadable}",
            (HttpStatusCode)response.StatusCode, WireResponse.GetText(last.Body), details);
    }

    private static TracklyErrorResponse ReadError(Attempt attempt)
    {
        var response = attempt.Response!;
        var envelope = ErrorEnvelope.Parse(attempt.Body.Bytes);
        return new TracklyErrorResponse
        {
            StatusCode = (HttpStatusCode)response.StatusCode,
            ErrorCode = envelope.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null,
            ErrorMessage = envelope.Error,
            Detail = envelope.Message,
            RetryAfter = response.RetryAfter,
            ResponseBody = WireResponse.GetText(attempt.Body),
        };
    }

    private static TracklyFailureDetails CreateDetails(Call call, Exception? innerException) =>
        new() { Outcome = call.Outcome, Attempts = call.Attempts, InnerException = innerException, Advice = call.Advice };

    private static string FormatLimit(Attempt attempt, ClientSettings settings) =>
        !attempt.RanOut ? "the timeout of a handler around the client"
        : attempt.AvailableTime <= settings.AttemptTimeout ? $"Timeout ({FormatSeconds(attempt.Call.Timeout)})"
        : $"AttemptTimeout ({FormatSeconds(settings.AttemptTimeout)})";

    private static string DescribeProblem(Attempt attempt) => attempt.Body.Exception switch
    {
        BodyLimitException => FormattableString.Invariant($"it is larger than {attempt.Call.MaxResponseBytes / (1024 * 1024)} MB"),
        InvalidDataException => "it cannot be decompressed",
        OperationCanceledException => "it did not arrive whole in time",
        not null when attempt.RanOut => "it did not arrive whole in time",
        not null => "it was cut short",
        null when !attempt.Response!.IsSuccess => "the status code is not a valid HTTP status",
        null => attempt.Parsed.Problem!,
    };

    private static string FormatSeconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
