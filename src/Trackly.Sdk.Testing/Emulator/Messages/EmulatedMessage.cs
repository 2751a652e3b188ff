using System.Text.Json;

namespace Trackly.Sdk.Testing;

/// <summary>A message that a <see cref="TracklyEmulator"/> queued: as it was requested, and as a phone would show it.</summary>
public sealed record EmulatedMessage
{
    internal EmulatedMessage()
    {
    }

    /// <summary>Gets the number of the message among all that the emulator has queued, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the id that the sender received: 8 characters, unless a script chose it.</summary>
    public required string MessageId { get; init; }

    /// <summary>Gets the name of the account that sent it.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the recipient, in E.164 format.</summary>
    public required string To { get; init; }

    /// <summary>Gets the number of the sending list, in E.164 format.</summary>
    public required string ListNumber { get; init; }

    /// <summary>Gets the body as it was sent: placeholders such as <c>{{messageId}}</c> are not filled in.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the text as a phone would show it: macros filled in, and links shortened when <see cref="WrapLinks"/> is true.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the choices that the emulator made where the documentation is silent, one sentence each; empty when it made none.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the links that were shortened, in order; empty when none was.</summary>
    public required IReadOnlyList<EmulatedLink> Links { get; init; }

    /// <summary>
    /// Gets how many SMS segments <see cref="Text"/> takes. An account or list can add text before and after it, which is not known here and would
    /// count too.
    /// </summary>
    public required SmsSegmentEstimate Segments { get; init; }

    /// <summary>Gets whether the request asked for wrapped links; null when it did not say.</summary>
    public bool? WrapLinks { get; init; }

    /// <summary>Gets the <c>contact_data</c> object; null when the request had none.</summary>
    public JsonElement? ContactData { get; init; }

    /// <summary>Gets the <c>metadata</c> object; null when the request had none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>
    /// Gets what is known of the message: <c>queued</c> at first, later the status of its delivery report, such as <c>delivered</c>, or <c>dropped</c>
    /// when Trackly would not hand it to a carrier.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Gets what the delivery report adds, such as <c>DELIVERED_TO_HANDSET</c>, or why the message was dropped; null while it is queued.</summary>
    public string? StatusDetail { get; init; }

    /// <summary>Gets the fault that was injected into the response. <see cref="EmulatedFault.None"/> means that it was sent as documented.</summary>
    public EmulatedFault Fault { get; init; }

    /// <summary>
    /// Gets the request's headers, by case-insensitive name. The value of <c>X-Api-Key</c> is replaced by <c>***</c>, and a value is cut after 4,096
    /// characters.
    /// </summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Gets when the message was queued, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the request's JSON as it was sent, with its spaces, line breaks and unknown fields.</summary>
    public required string RawJson { get; init; }

    /// <summary>Gets how much memory the message takes, as an estimate.</summary>
    internal long Bytes { get; init; }

    /// <summary>Returns the id alone, so that no number or body ends up in a log.</summary>
    /// <returns>A string such as <c>EmulatedMessage a1b2c3d4</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedMessage)} {MessageId}";
}
