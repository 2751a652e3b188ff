using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Fake;

namespace Trackly.Sdk.Testing;

/// <summary>A line of the script of a <see cref="FakeTracklyClient"/>: which requests it is for is said, and a verb says what becomes of them.</summary>
public sealed class FakeBehavior
{
    private readonly FakeTracklyClient _client;
    private readonly Action<ScriptStep> _write;
    private readonly TimeSpan _delay;

    internal FakeBehavior(FakeTracklyClient client, Action<ScriptStep> write, TimeSpan delay = default) => (_client, _write, _delay) = (client, write, delay);

    /// <summary>Puts off what the verb says, on the clock of the client. Whoever cancels meanwhile learns <see cref="SendOutcome.Unknown"/>, unless the verb is <see cref="DoesNotSend"/>.</summary>
    /// <param name="delay">How long; zero or more.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public FakeBehavior After(TimeSpan delay) => delay < TimeSpan.Zero
        ? throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is zero or more.")
        : new FakeBehavior(_client, _write, delay);

    /// <summary>IsQueued the message and says so.</summary>
    /// <param name="messageId">The id of the message. Null, the default, takes the next one that follows from the seed.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is empty.</exception>
    public FakeTracklyClient Accepts(string? messageId = null) => messageId is ""
        ? throw new ArgumentException("An answer without a message id is no acceptance: use RespondsUnreadably.", nameof(messageId))
        : Write(ScriptStep.Accepted with { MessageId = messageId });

    /// <summary>Refuses the message with a documented code, and with the status and text that the documentation has for it.</summary>
    /// <param name="code">One of the codes of <see cref="TracklyErrorCode"/>, apart from <see cref="TracklyErrorCode.InvalidJson"/>, which is not Trackly's.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentException">The code is not documented for a send.</exception>
    public FakeTracklyClient Rejects(TracklyErrorCode code)
    {
        var (status, error) = DocumentedErrors.Find(code.Value)
            ?? throw new ArgumentException("The documentation has no such code for a send: write RespondsWith(status, code: ...) to say it all the same.", nameof(code));
        return Write(new ScriptStep(_ => FakeResponses.Error(status, error, code, retryAfter: null)));
    }

    /// <summary>RespondsWith with any other error. What became of the message follows from the status, as docs/guarantee.md says.</summary>
    /// <param name="status">The HTTP status, from 300 to 599.</param>
    /// <param name="error">Trackly's text. Null, the default, is what is documented for a suspended account with 403, and else an answer without an envelope, as from a gateway.</param>
    /// <param name="code">Trackly's code. Null, the default, leaves it out.</param>
    /// <param name="retryAfter">How long to wait before the next try, in whole seconds, rounded up. Null, the default, leaves the header out.</param>
    /// <param name="queued">Whether the message is queued all the same, as when a gateway gives up on a server that does not. Default false.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error, or the wait is negative.</exception>
    public FakeTracklyClient RespondsWith(
        HttpStatusCode status, string? error = null, TracklyErrorCode? code = null, TimeSpan? retryAfter = null, bool queued = false)
    {
        if ((int)status is < 300 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "RespondsWith takes a status from 300 to 599: for a success use Accepts or RespondsUnreadably.");
        if (retryAfter < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "A wait is zero or more.");
        return Write(new ScriptStep(_ => FakeResponses.Error(status, error, code, retryAfter)) { IsQueued = queued });
    }

    /// <summary>Refuses the connection: the message never leaves, and the caller sees <see cref="TracklyConnectionException"/>, <see cref="SendOutcome.NotSent"/>.</summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient DoesNotSend() => Write(new ScriptStep(_ => throw NetworkFailures.ConnectionRefused()) { ReadsBody = false });

    /// <summary>IsQueued the message and breaks the connection: the text goes out, and the caller sees <see cref="TracklyConnectionException"/>, <see cref="SendOutcome.Unknown"/>.</summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient LosesTheAnswer() => Write(new ScriptStep(_ => throw NetworkFailures.ConnectionReset()) { IsQueued = true });

    /// <summary>Takes the message and lets the time for an answer run out at once: the caller sees <see cref="TracklyTimeoutException"/>, <see cref="SendOutcome.Unknown"/>.</summary>
    /// <param name="queued">Whether the message is queued, which the caller cannot know. Default true, the case that code which sends again must fear.</param>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient TimesOut(bool queued = true) => Write(new ScriptStep(_ => throw NetworkFailures.Timeout()) { IsQueued = queued });

    /// <summary>Takes the message and says nothing until the caller cancels, who then sees <see cref="TracklyCanceledException"/>, <see cref="SendOutcome.Unknown"/>.</summary>
    /// <param name="queued">Whether the message is queued, which the caller cannot know. Default true, the case that code which sends again must fear.</param>
    /// <returns>The client, for the next line.</returns>
    /// <remarks>A call whose token nobody can cancel would wait for ever: it gets an <see cref="InvalidOperationException"/> instead.</remarks>
    public FakeTracklyClient Hangs(bool queued = true) => Write(new ScriptStep(_ => throw NetworkFailures.Timeout()) { IsQueued = queued, WaitsForCancellation = true });

    /// <summary>IsQueued the message and answers 200 with something that is not the documented JSON: the caller sees <see cref="TracklyResponseException"/>, <see cref="SendOutcome.Unknown"/>.</summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient RespondsUnreadably() => Write(new ScriptStep(static _ => FakeResponses.Unreadable()) { IsQueued = true });

    private FakeTracklyClient Write(ScriptStep step)
    {
        _write(step with { Delay = _delay });
        return _client;
    }
}
