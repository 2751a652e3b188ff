namespace Trackly.Sdk.Testing;

/// <summary>An attempt to post an <see cref="EmulatedWebhook"/>.</summary>
public sealed record EmulatedWebhookAttempt
{
    internal EmulatedWebhookAttempt()
    {
    }

    /// <summary>Gets when it started, on the clock of <see cref="TracklyEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets how long it took, on the same clock.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Gets the HTTP status of the response; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the body of the response, up to 1,000 characters; null when there was no response.</summary>
    public string? Response { get; init; }

    /// <summary>Gets why there was no response, such as <c>Connection refused</c>; null when there was one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets whether the status is from 200 to 299. Everything else, a redirect included, is a failure.</summary>
    public bool IsAccepted => Status is >= 200 and <= 299;

    /// <summary>Returns the status alone.</summary>
    /// <returns>A string such as <c>EmulatedWebhookAttempt: 200</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{nameof(EmulatedWebhookAttempt)}: {(object?)Status ?? "no response"}");
}
