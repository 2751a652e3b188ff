namespace Trackly.Sdk.Testing;

/// <summary>An event that a <see cref="TracklyEmulator"/> posts to the webhook address of an account, with its attempts so far.</summary>
public sealed record EmulatedWebhook
{
    internal EmulatedWebhook()
    {
    }

    /// <summary>Gets its number among all of the emulator, from 1. Trackly's events have no id.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the event: <c>delivery</c>, <c>unsubscribe</c> or <c>reply</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Gets the id of the message that a delivery report is about; null for the other events.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the phone number of the recipient, in E.164 format.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>Gets the number of the list, in E.164 format.</summary>
    public required string ListNumber { get; init; }

    /// <summary>Gets when it was planned, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the JSON that is posted, the same in every attempt; null until its first attempt.</summary>
    public string? Json { get; init; }

    /// <summary>Gets where it is.</summary>
    public EmulatedWebhookState State { get; init; }

    /// <summary>Gets when the next attempt is due; null when none is planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Gets the last 20 attempts, oldest first.</summary>
    public IReadOnlyList<EmulatedWebhookAttempt> Attempts { get; init; } = [];

    /// <summary>Gets the number of attempts.</summary>
    public int AttemptCount { get; init; }

    /// <summary>Gets the message's number, for a delivery report.</summary>
    internal long MessageSequence { get; init; }

    /// <summary>Returns the number, the event and the state, so that no phone number ends up in a log.</summary>
    /// <returns>A string such as <c>EmulatedWebhook 3: delivery Accepted</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{nameof(EmulatedWebhook)} {Id}: {Event} {State}");
}
