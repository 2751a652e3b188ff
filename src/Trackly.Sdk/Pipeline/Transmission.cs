namespace Trackly.Sdk.Pipeline;

/// <summary>What is seen of one attempt at the wire, and by whoever stands between it and the client. Several threads may see at once.</summary>
internal abstract class Transmission(SendCall call, SendSettings settings)
{
    private const int Open = 0;
    private const int Started = 1;
    private const int Closed = 2;

#if NET
    private static readonly HttpRequestOptionsKey<Transmission> Key = new("Trackly.Sdk.Attempt");
#else
    private const string Key = "Trackly.Sdk.Attempt";
#endif

    private readonly long _started = call.Clock.GetTimestamp();
    private TaskCompletionSource<Answer>? _claim;
    private TimeSpan? _duration;
    private bool? _startedInTime;
    private int _body;

    public SendCall Call { get; } = call;

    /// <summary>The settings of the moment, not of the call: a key that was rotated heals on the next try.</summary>
    public SendSettings Settings { get; } = settings;

    /// <summary>From the begin of the attempt to its answer or failure.</summary>
    public TimeSpan Duration => _duration ?? TimeSpan.Zero;

    /// <summary>What is left of the wait the server asked for. Null when it did not ask.</summary>
    public TimeSpan? RemainingRetryAfter => Answer?.RetryAfter - (Call.Clock.GetElapsedTime(_started) - _duration);

    /// <summary>Whether a byte of the body was asked for.</summary>
    public bool BodyStarted => _startedInTime ?? Volatile.Read(ref _body) == Started;

    /// <summary>Whether a guard has begun the one transmission.</summary>
    public bool IsClaimed => Volatile.Read(ref _claim) is not null;

    /// <summary>Whether somebody between the client and the wire tried to transmit this attempt again, so that the first answer is lost.</summary>
    public bool Repeated { get; private set; }

    /// <summary>Whether the server did not process the transmission that was to be repeated.</summary>
    public bool HandedBack { get; private set; }

    /// <summary>The answer of the one transmission. Null while there is none.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>What the one transmission met instead of an answer that can be understood. Null while nothing went wrong.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The transmission that a request, or a handler's copy of it, stands for. Null when it is none of ours.</summary>
    public static Transmission? Of(HttpRequestMessage request) =>
#if NET
        request.Options.TryGetValue(Key, out var transmission) ? transmission : null;
#else
        request.Properties.TryGetValue(Key, out var transmission) ? (Transmission)transmission : null;
#endif

    public void Mark(HttpRequestMessage request) =>
#if NET
        request.Options.Set(Key, this);
#else
        request.Properties[Key] = this;
#endif

    /// <summary>Claims the one transmission. Whoever claims it completes <paramref name="answer"/>; whoever does not may wait for it.</summary>
    public bool TryClaim(out TaskCompletionSource<Answer> answer)
    {
        var own = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var claimed = Interlocked.CompareExchange(ref _claim, own, null);
        answer = claimed ?? own;
        return claimed is null;
    }

    /// <summary>Notes that the body is asked for. False when the attempt is over: then nothing may leave any more.</summary>
    public bool TryStartBody() => Interlocked.CompareExchange(ref _body, Started, Open) != Closed;

    /// <summary>Takes the answer of the transmission. The first word counts.</summary>
    public void Hear(Answer answer) => Note(answer, fault: null);

    /// <summary>Takes what the transmission met instead of an answer. The first word counts.</summary>
    public void Fail(Exception fault) => Note(answer: null, fault);

    /// <summary>Notes that the transmission was to be repeated, or that a redirect turned it into another request.</summary>
    public RepeatedTransmissionException Refuse()
    {
        Repeated = true;
        return new RepeatedTransmissionException();
    }

    /// <summary>Notes that the server did not process the transmission that was to be repeated.</summary>
    public void HandBack() => HandedBack = Repeated;

    /// <summary>Ends what can be seen: a body that has not started by now never will.</summary>
    protected void Close() => _startedInTime = Interlocked.Exchange(ref _body, Closed) == Started;

    private void Note(Answer? answer, Exception? fault)
    {
        // Under a guard the wire and a handler around it may speak at once.
        lock (this)
        {
            if (_duration is not null)
                return;
            (Answer, Fault) = (answer, fault);
            _duration = Call.Clock.GetElapsedTime(_started);
        }
    }
}
