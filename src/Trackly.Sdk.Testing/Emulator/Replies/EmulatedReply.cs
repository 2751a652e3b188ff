namespace Trackly.Sdk.Testing;

/// <summary>A message from a phone to a list of a <see cref="TracklyEmulator"/>.</summary>
public sealed record EmulatedReply
{
    internal EmulatedReply()
    {
    }

    /// <summary>Gets its number among all replies, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets when it was received, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the name of the account that the list belongs to.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the phone number that replied, in E.164 format.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>Gets the list's number, in E.164 format.</summary>
    public required string ListNumber { get; init; }

    /// <summary>Gets what was written.</summary>
    public required string Text { get; init; }

    /// <summary>Gets whether it was an opt-out word, so that the event is <c>unsubscribe</c> and later messages are dropped.</summary>
    public bool OptsOut { get; init; }

    /// <summary>Gets whether it was the word that ends an opt-out.</summary>
    public bool OptsIn { get; init; }

    /// <summary>Gets the number of the webhook that tells the application.</summary>
    public required long WebhookId { get; init; }

    /// <summary>Returns the number alone, so that no phone number or message ends up in a log.</summary>
    /// <returns>A string such as <c>EmulatedReply 2</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{nameof(EmulatedReply)} {Sequence}");
}
