using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Fake;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Completes a line of the script of a <see cref="FakeTracklyClient"/>: <see cref="FakeTracklyClient.ForNext"/>, <see cref="FakeTracklyClient.When"/>
/// or <see cref="FakeTracklyClient.ForAll"/> says which requests the line is for, and a method of this class says what happens to them.
/// </summary>
/// <remarks>
/// <c>EmulatorBehavior</c> has the same methods with the same parameters. A message that is queued is queued at once, before any wait. In a bulk call
/// each message gets a line: <see cref="Accepts"/>, and <see cref="Rejects"/> with a code about one message, decide about that message, and every
/// other method about the whole call.
/// </remarks>
public sealed class FakeBehavior
{
    private readonly FakeTracklyClient _client;
    private readonly Action<ScriptStep> _write;
    private readonly TimeSpan _delay;

    internal FakeBehavior(FakeTracklyClient client, Action<ScriptStep> write, TimeSpan delay = default) => (_client, _write, _delay) = (client, write, delay);

    /// <summary>
    /// Delays the response, on the clock of the client. A caller that cancels meanwhile sees <see cref="SendOutcome.Unknown"/>, or
    /// <see cref="SendOutcome.NotSent"/> with <see cref="DoesNotSend"/>.
    /// </summary>
    /// <param name="delay">How long to wait, from zero to one day.</param>
    /// <returns>The line, to be completed by the method that follows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or longer than one day.</exception>
    public FakeBehavior After(TimeSpan delay) => new(_client, _write, ScriptArguments.CheckWait(delay, nameof(delay)));

    /// <summary>Queues the message and returns success.</summary>
    /// <param name="messageId">The id of the message. Null, the default, means the next one that follows from the seed.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is empty or white space.</exception>
    public FakeTracklyClient Accepts(string? messageId = null) =>
        Write(ScriptStep.Accepted with { MessageId = ScriptArguments.CheckMessageId(messageId, nameof(messageId)) });

    /// <summary>Rejects the message with a documented code, and with the status and the error message that the documentation gives for it.</summary>
    /// <param name="code">
    /// A code of <see cref="TracklyErrorCode"/> other than <see cref="TracklyErrorCode.InvalidJson"/>, which is not Trackly's.
    /// </param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentException">The code is not documented for a whole request.</exception>
    public FakeTracklyClient Rejects(TracklyErrorCode code)
    {
        var (status, message) = ScriptArguments.FindError(code.Value, nameof(code));
        var step = new ScriptStep(_ => FakeResponses.CreateError(status, message, code.Value, retryAfterSeconds: null));
        return Write(BulkErrors.IsOfOneMessage(code.Value) ? step with { IsOfWholeCall = false, ItemError = (code.Value, message) } : step);
    }

    /// <summary>Returns an error. The outcome follows from the status, as docs/guarantee.md says.</summary>
    /// <param name="status">The HTTP status, from 300 to 599, other than 304.</param>
    /// <param name="errorMessage">
    /// Trackly's error message. Null, the default, means the documented message with 403, and otherwise the name that HTTP has for the status.
    /// </param>
    /// <param name="code">Trackly's error code. Null, the default, means none.</param>
    /// <param name="retryAfter">
    /// How long to wait before the next attempt, up to one day, in whole seconds, rounded up. Null, the default, means no <c>Retry-After</c> header.
    /// </param>
    /// <param name="queued">Whether the message is queued all the same, as when the server fails after it has queued it. Default false.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one of an error, or the wait is negative or longer than one day.</exception>
    public FakeTracklyClient RespondsWith(
        HttpStatusCode status, string? errorMessage = null, TracklyErrorCode? code = null, TimeSpan? retryAfter = null, bool queued = false)
    {
        var (number, seconds) = (ScriptArguments.CheckErrorStatus(status, nameof(status)), ScriptArguments.CheckRetryAfter(retryAfter, nameof(retryAfter)));
        return Write(new ScriptStep(_ => FakeResponses.CreateError(number, errorMessage, code?.Value, seconds)) { IsQueued = queued });
    }

    /// <summary>Returns an HTML page, as a proxy does that cannot reach the API.</summary>
    /// <param name="status">The HTTP status, from 200 to 599, other than those without a body. Default 502.</param>
    /// <param name="queued">Whether the message is queued all the same, as when the proxy gives up on a server that does not. Default false.</param>
    /// <returns>The client, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A response with this status has no body.</exception>
    public FakeTracklyClient RespondsAsAGateway(HttpStatusCode status = HttpStatusCode.BadGateway, bool queued = false)
    {
        var number = ScriptArguments.CheckPageStatus(status, nameof(status));
        return Write(new ScriptStep(_ => FakeResponses.CreatePage(number)) { IsQueued = queued });
    }

    /// <summary>
    /// Queues the message and returns 200 with something other than the documented JSON: the caller sees <see cref="TracklyResponseException"/>,
    /// <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient RespondsUnreadably() => RespondsAsAGateway(HttpStatusCode.OK, queued: true);

    /// <summary>
    /// Refuses the connection: nothing is sent, and the caller sees <see cref="TracklyConnectionException"/>, <see cref="SendOutcome.NotSent"/>.
    /// </summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient DoesNotSend() => Write(new ScriptStep(_ => throw NetworkFailures.ConnectionRefused()) { ReadsBody = false });

    /// <summary>
    /// Queues the message and resets the connection: the message is sent, and the caller sees <see cref="TracklyConnectionException"/>,
    /// <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient LosesTheAnswer() => Write(new ScriptStep(_ => throw NetworkFailures.ConnectionReset()) { IsQueued = true });

    /// <summary>
    /// Reads the request and resets the connection, and queues nothing. The caller sees the same as with <see cref="LosesTheAnswer"/>.
    /// </summary>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient Resets() => Write(new ScriptStep(_ => throw NetworkFailures.ConnectionReset()));

    /// <summary>
    /// Reads the request and times out at once: the caller sees <see cref="TracklyTimeoutException"/>, <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    /// <param name="queued">
    /// Whether the message is queued, which the caller cannot know. Default true, the case in which a repeat sends it twice.
    /// </param>
    /// <returns>The client, for the next line.</returns>
    public FakeTracklyClient TimesOut(bool queued = true) => Write(new ScriptStep(_ => throw NetworkFailures.Timeout()) { IsQueued = queued });

    /// <summary>
    /// Reads the request and does not respond until the caller cancels, who then sees <see cref="TracklyCanceledException"/>,
    /// <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    /// <param name="queued">
    /// Whether the message is queued, which the caller cannot know. Default true, the case in which a repeat sends it twice.
    /// </param>
    /// <returns>The client, for the next line.</returns>
    /// <remarks>
    /// With a token that cannot be canceled, a message would never end, so the call throws <see cref="InvalidOperationException"/>. Calls of contacts, lists and phones need such a
    /// token too.
    /// </remarks>
    public FakeTracklyClient Hangs(bool queued = true) =>
        Write(new ScriptStep(_ => throw NetworkFailures.Timeout()) { IsQueued = queued, WaitsForCancellation = true });

    private FakeTracklyClient Write(ScriptStep step)
    {
        _write(step with { Delay = _delay });
        return _client;
    }
}
