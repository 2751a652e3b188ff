using System.Net;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>
/// The facts of one attempt. The pipeline, the handler next to the network and the content write them, possibly from several threads;
/// <see cref="Complete"/> judges them once.
/// </summary>
internal sealed class Attempt(Call call, string apiKey)
{
    private const int NotStarted = 0;
    private const int Started = 1;
    private const int Closed = 2;

    private readonly DateTimeOffset _startedAt = call.Clock.GetUtcNow();
    private readonly long _started = call.Clock.GetTimestamp();
    private readonly object _lock = new();
    private TaskCompletionSource<WireResponse>? _claim;
    private long _responded;
    private int _body;
    private int _written;

    public Call Call { get; } = call;

    /// <summary>Gets the key of the moment, not of the call: after a rotation the next attempt succeeds.</summary>
    public string ApiKey { get; } = apiKey;

    /// <summary>Gets what was left of the call's timeout at the start.</summary>
    public TimeSpan AvailableTime { get; } = call.RemainingTime;

    /// <summary>Gets the position in the call, from 1.</summary>
    public int Number { get; } = call.Attempts.Count + 1;

    /// <summary>Gets the response of the one transmission. Null while there is none.</summary>
    public WireResponse? Response { get; private set; }

    /// <summary>Gets what the one transmission met instead of a response. Null while nothing went wrong.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Gets what had arrived of the response body when the attempt was judged.</summary>
    public ReceivedBody Body { get; private set; } = ReceivedBody.Nothing;

    /// <summary>Gets what the body says.</summary>
    public ParsedResponse Parsed { get; private set; }

    /// <summary>Gets whether a timeout of this client, and not one of a handler around it, ended the attempt.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Gets whether a handler tried to transmit this attempt again, so that the first response is lost.</summary>
    public bool Repeated { get; private set; }

    public AttemptVerdict Verdict { get; private set; }

    /// <summary>Gets whether the one transmission has started.</summary>
    public bool IsClaimed => Volatile.Read(ref _claim) is not null;

    /// <summary>Gets what is left of the wait that the server asked for. Null when it did not ask.</summary>
    public TimeSpan? RemainingRetryAfter => Response?.RetryAfter - Call.Clock.GetElapsedTime(_responded);

    private bool ServerDidNotProcess { get; set; }

    private bool IsConnecting { get; set; }

    /// <summary>Claims the one transmission. The claimant completes <paramref name="response"/>; others may wait for it.</summary>
    public bool TryClaim(out TaskCompletionSource<WireResponse> response)
    {
        var own = new TaskCompletionSource<WireResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var claimed = Interlocked.CompareExchange(ref _claim, own, null);
        response = claimed ?? own;
        return claimed is null;
    }

    /// <summary>Records that nothing but a connection is missing for the body to start.</summary>
    public void MarkConnecting() => IsConnecting = Call.Body is not null;

    /// <summary>Records that the body is asked for. False when the attempt is over: then nothing may leave any more.</summary>
    public bool TryStartBody() => Interlocked.CompareExchange(ref _body, Started, NotStarted) != Closed;

    /// <summary>Records that the body is written to the network. False when it has been before, from whichever content.</summary>
    public bool TryWriteBody() => Interlocked.Exchange(ref _written, 1) == 0;

    /// <summary>Records the response when its head has arrived. Only the first result counts.</summary>
    public void SetResponse(WireResponse response) => SetResult(response, exception: null);

    /// <summary>Records the exception of a transmission without a response. Only the first result counts.</summary>
    public void SetException(Exception exception) => SetResult(response: null, exception);

    /// <summary>Records that the attempt was to be transmitted again, or that a redirect turned it into another request.</summary>
    public void MarkRepeated() => Repeated = true;

    /// <summary>Records that the server did not process the transmission that was to be repeated.</summary>
    public void MarkUnprocessed() => ServerDidNotProcess = Repeated;

    /// <summary>Ends the attempt, determines its result and adds it to the call. From now on the body cannot start.</summary>
    /// <param name="ranOut">Whether a timeout of this client ended it.</param>
    public void Complete(bool ranOut)
    {
        var bodyStarted = Interlocked.Exchange(ref _body, Closed) == Started;
        var duration = Call.Clock.GetElapsedTime(_started);
        RanOut = ranOut;
        Body = Response?.Received ?? ReceivedBody.Nothing;
        if (Response is { } response && Body.Exception is null)
            Parsed = response.IsSuccess ? Call.Parser.Parse(Body.Bytes) : Call.Parser.ParseError(response.StatusCode, Body.Bytes);
        Verdict = AttemptVerdict.Judge(new AttemptFacts
        {
            StatusCode = Response?.StatusCode,
            HasRetryAfter = Response?.RetryAfter is not null,
            Kind = Parsed.Kind,
            IsCutOff = Response is not null && Body.Exception is not null,
            BodyStarted = bodyStarted,
            Canceled = Call.CancellationToken.IsCancellationRequested,
            Disposed = Call.IsDisposed,
            TimedOut = ranOut || Exception is OperationCanceledException or Polly.Timeout.TimeoutRejectedException,
            WasConnecting = IsConnecting,
            Problem = ConnectionProblem.Find(Exception),
            Repeated = Repeated,
            ServerDidNotProcess = ServerDidNotProcess,
        });
        Call.Add(new SendAttempt
        {
            Number = Number,
            StartedAt = _startedAt,
            Duration = duration,
            Progress = Response is not null ? AttemptProgress.Answered : bodyStarted ? AttemptProgress.BodyStarted : AttemptProgress.NeverStarted,
            StatusCode = (HttpStatusCode?)Response?.StatusCode,
            Failure = Verdict.Failure,
            Outcome = RetryTable.GetOutcome(Verdict.Result),
        });
    }

    private void SetResult(WireResponse? response, Exception? exception)
    {
        // The handler next to the network and one around it may report at once.
        lock (_lock)
        {
            if (Response is not null || Exception is not null)
                return;
            (Response, Exception) = (response, exception);
            if (response?.RetryAfter is not null)
                _responded = Call.Clock.GetTimestamp();
        }
    }
}
