using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Completes a line of the script of a <see cref="TracklyEmulator"/>: <see cref="TracklyEmulator.ForNext"/>, <see cref="TracklyEmulator.When"/> or
/// <see cref="TracklyEmulator.ForAll"/> says which requests the line is for, and a method of this class says what happens to them.
/// </summary>
/// <remarks>
/// <see cref="FakeBehavior"/> has the same methods with the same parameters. A message that is queued is queued at once, whether the sender waits for
/// the response or not. In a bulk call each message gets a line: <see cref="Accepts"/>, and <see cref="Rejects"/> with a code about one message, decide
/// about that message, and every other method about the whole call.
/// </remarks>
public sealed class EmulatorBehavior
{
    private readonly TracklyEmulator _emulator;
    private readonly Action<InjectedFault> _write;
    private readonly TimeSpan _delay;

    internal EmulatorBehavior(TracklyEmulator emulator, Action<InjectedFault> write, TimeSpan delay = default) => (_emulator, _write, _delay) = (emulator, write, delay);

    /// <summary>Delays the response, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    /// <param name="delay">How long to wait, from zero to one day.</param>
    /// <returns>The line, to be completed by the method that follows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or longer than one day.</exception>
    public EmulatorBehavior After(TimeSpan delay) => new(_emulator, _write, ScriptArguments.CheckWait(delay, nameof(delay)));

    /// <summary>Queues the message and returns success.</summary>
    /// <param name="messageId">The id of the message. Null, the default, means the next one that follows from the seed.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is empty or white space.</exception>
    public TracklyEmulator Accepts(string? messageId = null) =>
        Write(new InjectedFault(EmulatedFault.Delay) { MessageId = ScriptArguments.CheckMessageId(messageId, nameof(messageId)) });

    /// <summary>Rejects the message with a documented code, and with the status and the error message that the documentation gives for it.</summary>
    /// <param name="code">
    /// A code of <see cref="TracklyErrorCode"/> other than <see cref="TracklyErrorCode.InvalidJson"/>, which is not Trackly's.
    /// </param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentException">The code is not documented for a whole request.</exception>
    public TracklyEmulator Rejects(TracklyErrorCode code)
    {
        var (status, message) = ScriptArguments.FindError(code.Value, nameof(code));
        return Write(new InjectedFault(EmulatedFault.Status) { Status = status, ErrorMessage = message, Code = code.Value });
    }

    /// <summary>Returns an error.</summary>
    /// <param name="status">The HTTP status, from 300 to 599, other than 304.</param>
    /// <param name="errorMessage">
    /// Trackly's error message. Null, the default, means the documented message with 403, and otherwise the name that HTTP has for the status.
    /// </param>
    /// <param name="code">Trackly's error code. Null, the default, means none.</param>
    /// <param name="retryAfter">
    /// How long to wait before the next attempt, up to one day, in whole seconds, rounded up. Null, the default, means no <c>Retry-After</c> header.
    /// </param>
    /// <param name="queued">Whether the message is queued all the same, as when the server fails after it has queued it. Default false.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one of an error, or the wait is negative or longer than one day.</exception>
    public TracklyEmulator RespondsWith(
        HttpStatusCode status, string? errorMessage = null, TracklyErrorCode? code = null, TimeSpan? retryAfter = null, bool queued = false) =>
        Write(new InjectedFault(EmulatedFault.Status)
        {
            Status = ScriptArguments.CheckErrorStatus(status, nameof(status)),
            ErrorMessage = errorMessage,
            Code = code?.Value,
            RetryAfterSeconds = ScriptArguments.CheckRetryAfter(retryAfter, nameof(retryAfter)),
            Queued = queued,
        });

    /// <summary>Returns an HTML page, as a proxy does that cannot reach the API.</summary>
    /// <param name="status">The HTTP status, from 200 to 599, other than those without a body. Default 502.</param>
    /// <param name="queued">Whether the message is queued all the same, as when the proxy gives up on a server that does not. Default false.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A response with this status has no body.</exception>
    public TracklyEmulator RespondsAsAGateway(HttpStatusCode status = HttpStatusCode.BadGateway, bool queued = false) =>
        Write(new InjectedFault(EmulatedFault.GatewayHtml) { Status = ScriptArguments.CheckPageStatus(status, nameof(status)), Queued = queued });

    /// <summary>Queues the message and returns 200 with something other than the documented JSON.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator RespondsUnreadably() => RespondsAsAGateway(HttpStatusCode.OK, queued: true);

    /// <summary>Queues the message and sends the response byte by byte.</summary>
    /// <param name="pause">How long to wait before each byte of the body, from zero to one day.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pause"/> is negative or longer than one day.</exception>
    public TracklyEmulator RespondsSlowly(TimeSpan pause) => Write(new InjectedFault(EmulatedFault.SlowBody) { Pause = ScriptArguments.CheckWait(pause, nameof(pause)) });

    /// <summary>Queues the message and resets the connection: the message is sent, and its sender gets no response.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator LosesTheAnswer() => Write(new InjectedFault(EmulatedFault.AcceptThenReset));

    /// <summary>
    /// Reads the request and resets the connection, and queues nothing. The sender sees the same as with <see cref="LosesTheAnswer"/>.
    /// </summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator Resets() => Write(new InjectedFault(EmulatedFault.Reset));

    /// <summary>Reads the request and does not respond, until the sender gives up or the emulator is disposed.</summary>
    /// <param name="queued">
    /// Whether the message is queued, which the sender cannot know. Default true, the case in which a repeat sends it twice.
    /// </param>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator Hangs(bool queued = true) => Write(new InjectedFault(EmulatedFault.Hang) { Queued = queued });

    private TracklyEmulator Write(InjectedFault fault)
    {
        _write(fault with { Delay = _delay });
        return _emulator;
    }
}
