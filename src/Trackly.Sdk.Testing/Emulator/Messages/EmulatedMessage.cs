using System.Text.Json;

namespace Trackly.Sdk.Testing;

/// <summary>A message that a <see cref="TracklyEmulator"/> accepted and queued: as the request said it, and as a phone would show it.</summary>
public sealed record EmulatedMessage
{
    internal EmulatedMessage()
    {
    }

    /// <summary>Gets the number of the message among all that the emulator queued, from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the 8-character id the sender was given.</summary>
    public required string MessageId { get; init; }

    /// <summary>Gets the name of the account that sent it.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the recipient, in E.164 format.</summary>
    public required string To { get; init; }

    /// <summary>Gets the number of the sending list, in E.164 format.</summary>
    public required string ListNumber { get; init; }

    /// <summary>Gets the text as it was sent: placeholders such as <c>{{messageId}}</c> are not filled in.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the text as a phone would show it: macros filled in, and links shortened when <see cref="WrapLinks"/> is true.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what the emulator chose on its own about this message, a sentence each; empty when the documentation says it all.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the links that were shortened, in the order of the text; empty when none was.</summary>
    public required IReadOnlyList<EmulatedLink> Links { get; init; }

    /// <summary>
    /// Gets how many SMS segments <see cref="Text"/> takes. Text that an account or list puts before and after it is not known here, and would count too.
    /// </summary>
    public required SmsSegmentEstimate Segments { get; init; }

    /// <summary>Gets whether links were to be wrapped; null when the request did not say.</summary>
    public bool? WrapLinks { get; init; }

    /// <summary>Gets the <c>contact_data</c> object; null when the request had none.</summary>
    public JsonElement? ContactData { get; init; }

    /// <summary>Gets the <c>metadata</c> object; null when the request had none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>
    /// Gets the fault that the answer met, as the control API names its kind: <c>accept_then_reset</c>, <c>hang</c>, <c>delay</c> or <c>slow_body</c>; null when
    /// the answer went out as usual.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>Gets the request's headers, found by name in any letter case; the value of <c>X-Api-Key</c> is replaced by <c>***</c>.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Gets when the message was queued, by the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the request's JSON as it was sent, with its spaces, line breaks and unknown fields.</summary>
    public required string RawJson { get; init; }

    /// <summary>Names the message by its id alone, so that no number or text ends up in a log.</summary>
    /// <returns>A text such as <c>EmulatedMessage a1b2c3d4</c>.</returns>
    public override string ToString() => $"{nameof(EmulatedMessage)} {MessageId}";
}
