using System.Net;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing;

/// <summary>A line of the script of a <see cref="TracklyEmulator"/>: which requests it is for is said, and a verb says what becomes of them.</summary>
/// <remarks>A message that a verb queues is queued at once, whether the sender is still there for the answer or not.</remarks>
public sealed class EmulatorBehavior
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    private readonly TracklyEmulator _emulator;
    private readonly Action<InjectedFault> _write;
    private readonly TimeSpan _delay;

    internal EmulatorBehavior(TracklyEmulator emulator, Action<InjectedFault> write, TimeSpan delay = default) => (_emulator, _write, _delay) = (emulator, write, delay);

    /// <summary>Puts off the answer that the verb gives, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    /// <param name="delay">How long: from zero to a day.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or longer than a day.</exception>
    public EmulatorBehavior After(TimeSpan delay) => new(_emulator, _write, Wait(delay, nameof(delay)));

    /// <summary>Queues the message and says so.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator Accepts() => Write(new InjectedFault(FaultKind.Delay));

    /// <summary>RespondsWith with an error, and queues nothing.</summary>
    /// <param name="status">The HTTP status, from 300 to 599, other than 304.</param>
    /// <param name="error">Trackly's text. Null, the default, is the name that HTTP has for the status, and with 403 what is documented for a suspended account.</param>
    /// <param name="code">Trackly's code. Null, the default, leaves it out.</param>
    /// <param name="retryAfter">How long to wait before the next try, in whole seconds, rounded up. Null, the default, leaves the header out.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error, or the wait is negative or longer than a day.</exception>
    public TracklyEmulator RespondsWith(int status, string? error = null, string? code = null, TimeSpan? retryAfter = null) => Write(new InjectedFault(FaultKind.Status)
    {
        Status = FaultStatuses.IsError(status) ? status : throw new ArgumentOutOfRangeException(nameof(status), status, $"The status must be {FaultStatuses.ErrorRange}."),
        Error = error,
        Code = code,
        RetryAfterSeconds = retryAfter is { } wait ? (int)Math.Ceiling(Wait(wait, nameof(retryAfter)).TotalSeconds) : null,
    });

    /// <inheritdoc cref="RespondsWith(int, string?, string?, TimeSpan?)"/>
    public TracklyEmulator RespondsWith(HttpStatusCode status, string? error = null, string? code = null, TimeSpan? retryAfter = null) =>
        RespondsWith((int)status, error, code, retryAfter);

    /// <summary>RespondsWith with an HTML page, as a proxy does that cannot reach the API, and queues nothing.</summary>
    /// <param name="status">The HTTP status, from 200 to 599, other than those without a body. Default 502.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No page can have such a status.</exception>
    public TracklyEmulator RespondsAsAGateway(int status = 502) => Write(new InjectedFault(FaultKind.GatewayHtml)
    {
        Status = FaultStatuses.IsPage(status) ? status : throw new ArgumentOutOfRangeException(nameof(status), status, $"The status must be {FaultStatuses.PageRange}."),
    });

    /// <summary>Queues the message and answers byte by byte.</summary>
    /// <param name="pause">How long each byte of the body waits: from zero to a day.</param>
    /// <returns>The emulator, for the next line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pause"/> is negative or longer than a day.</exception>
    public TracklyEmulator RespondsSlowly(TimeSpan pause) => Write(new InjectedFault(FaultKind.SlowBody) { Pause = Wait(pause, nameof(pause)) });

    /// <summary>Queues the message and resets the connection: the text goes out, and its sender hears nothing.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator LosesTheAnswer() => Write(new InjectedFault(FaultKind.AcceptThenReset));

    /// <summary>Reads the request and resets the connection, and queues nothing. Its sender sees the same as with <see cref="LosesTheAnswer"/>.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator Resets() => Write(new InjectedFault(FaultKind.Reset));

    /// <summary>Queues the message and says nothing, until its sender gives up or the emulator is disposed.</summary>
    /// <returns>The emulator, for the next line.</returns>
    public TracklyEmulator Hangs() => Write(new InjectedFault(FaultKind.Hang));

    private static TimeSpan Wait(TimeSpan wait, string name) => wait < TimeSpan.Zero || wait > MaxWait
        ? throw new ArgumentOutOfRangeException(name, wait, "A wait is from zero to a day.")
        : wait;

    private TracklyEmulator Write(InjectedFault fault)
    {
        _write(fault with { Delay = _delay });
        return _emulator;
    }
}
