using System.Collections.Immutable;
using Trackly.Sdk.Testing.Emulator.Accounts;

namespace Trackly.Sdk.Testing;

/// <summary>
/// What becomes of the messages of an <see cref="EmulatedAccount"/> after they were queued. A change applies to the messages that are queued after it;
/// that of <see cref="WebhookAddress"/> applies to the next attempt of every webhook. Safe to use from many threads at once.
/// </summary>
public sealed class EmulatedDelivery
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);
    private volatile Uri? _webhookAddress;
    private volatile ImmutableSortedDictionary<string, int> _statuses = ImmutableSortedDictionary<string, int>.Empty.Add(DeliveryStatuses.Delivered, 1);
    private int _perMinute;
    private long _delay = TimeSpan.TicksPerSecond;

    /// <summary>
    /// Gets or sets the address that delivery reports, opt-outs and replies are posted to, with HTTP or HTTPS and without a user name. Null, the default,
    /// means that nothing is posted. Redirects are not followed.
    /// </summary>
    /// <exception cref="ArgumentException">The address is not an absolute HTTP or HTTPS address, or has a user name.</exception>
    public Uri? WebhookAddress
    {
        get => _webhookAddress;
        set => _webhookAddress = value is null || IsPostable(value)
            ? value
            : throw new ArgumentException(
                "The address must be absolute, start with http:// or https:// and have no user name, such as http://localhost:5000/webhooks/trackly.", nameof(value));
    }

    /// <summary>
    /// Gets or sets how long after the send its delivery report comes, from zero to one day, on the clock of
    /// <see cref="TracklyEmulatorOptions.TimeProvider"/>. Default one second. Null means that there are no delivery reports.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than one day.</exception>
    public TimeSpan? ReportDelay
    {
        get => Interlocked.Read(ref _delay) is >= 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;
        set => Interlocked.Exchange(ref _delay, value is null || (value >= TimeSpan.Zero && value <= MaxDelay)
            ? value?.Ticks ?? -1
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The delay must be from zero to one day. Null means no delivery reports."));
    }

    /// <summary>
    /// Gets or sets how many messages a minute leave each list, 1 or more: the others wait, and so do their delivery reports. A message that would wait for
    /// more than 30 minutes is dropped as <c>stale</c> after them, without a delivery report. Null, the default, means any number; Trackly's own limit is
    /// 17,000. Source: <see href="https://docs.tracklysms.com/guides/platform-limits"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MessagesPerMinutePerList
    {
        get => Volatile.Read(ref _perMinute) is > 0 and var limit ? limit : null;
        set => Volatile.Write(ref _perMinute, value is null or > 0
            ? value ?? 0
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The limit must be one message a minute or more. Null means any number."));
    }

    /// <summary>
    /// Gets or sets how often each status is reported, as weights: <c>delivered</c> 9 and <c>undeliverable</c> 1 means every tenth message on average.
    /// Which one a message gets follows from its id. The statuses are <c>delivered</c>, <c>undeliverable</c>, <c>expired</c>, <c>rejected</c> and
    /// <c>pending</c>. Default <c>delivered</c> alone.
    /// </summary>
    /// <exception cref="ArgumentException">There is no weight above zero, a weight is negative or above 1,000,000, or a status is not one of these.</exception>
    public IReadOnlyDictionary<string, int> Statuses
    {
        get => _statuses;
        set => _statuses = DeliveryStatuses.FindError(value) is { } error
            ? throw new ArgumentException(error, nameof(value))
            : value.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Returns the name of the type alone: the address may contain a secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmulatedDelivery);

    internal string Draw(string messageId) => DeliveryStatuses.Draw(_statuses, messageId);

    private static bool IsPostable(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;
}
