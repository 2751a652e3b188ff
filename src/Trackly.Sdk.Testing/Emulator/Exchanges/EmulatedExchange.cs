namespace Trackly.Sdk.Testing;

/// <summary>A request to the API of a <see cref="TracklyEmulator"/> with its response, whether a message was queued or not.</summary>
public sealed record EmulatedExchange
{
    internal EmulatedExchange()
    {
    }

    /// <summary>Gets the number of the request among all that the emulator has received, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets when the response was decided, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the HTTP method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path, such as <c>/api/v2/send</c>, up to 200 characters.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the header <c>User-Agent</c>, up to 200 characters; null when the request had none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Gets the name of the account that the key belongs to; null when the key was not accepted.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the field <c>to</c> as it was sent; null when it was not read or is not a string. Up to 200 characters.</summary>
    public string? To { get; init; }

    /// <summary>Gets the field <c>list_number</c> as it was sent; null when it was not read or is not a string. Up to 200 characters.</summary>
    public string? ListNumber { get; init; }

    /// <summary>Gets the field <c>body</c> as it was sent; null when it was not read or is not a string. Up to 4,096 characters.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the HTTP status of the response; null when there was none, because of a fault.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the error code of the response; null when it had none.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the error message of the response; null when it had none.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the fault that was injected. <see cref="EmulatedFault.None"/> means that the response was sent as documented.</summary>
    public EmulatedFault Fault { get; init; }

    /// <summary>Gets the id of the message that was queued, of the first one of a bulk request; null when none was.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets how many messages were queued: 0 or 1, unless it is a bulk request.</summary>
    public int QueuedCount { get; init; }

    /// <summary>Gets whether the request is a send that queued nothing, or another request that did not succeed.</summary>
    internal bool IsRefused => MessageId is null && (Status is not (>= 200 and < 300) || Path.StartsWith("/api/v2/send", StringComparison.Ordinal));

    /// <summary>Returns the number and the status alone, so that no phone number or body ends up in a log.</summary>
    /// <returns>A string such as <c>EmulatedExchange 7: 400</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{nameof(EmulatedExchange)} {Sequence}: {(object?)Status ?? "no response"}");
}
