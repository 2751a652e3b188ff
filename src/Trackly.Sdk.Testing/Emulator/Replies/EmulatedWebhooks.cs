using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Replies;
using Trackly.Sdk.Testing.Emulator.Webhooks;

namespace Trackly.Sdk.Testing;

/// <summary>
/// The webhooks of a <see cref="TracklyEmulator"/>. Each is posted to <see cref="EmulatedDelivery.WebhookAddress"/> of its account when it is due, and
/// again after 1, 5, 15, 60 and 120 minutes until a response has a status from 200 to 299. Safe to use from many threads at once.
/// </summary>
public sealed class EmulatedWebhooks
{
    private readonly WebhookStore _store;
    private readonly DayAfter _dayAfter;
    private readonly ChangeSignal _changes;

    internal EmulatedWebhooks(WebhookStore store, DayAfter dayAfter, ChangeSignal changes) => (_store, _dayAfter, _changes) = (store, dayAfter, changes);

    /// <summary>Gets the webhooks that are kept, oldest first and at most 10,000: a snapshot. One that is dropped to make room is not posted any more.</summary>
    public IReadOnlyList<EmulatedWebhook> All => _store.All;

    /// <summary>Posts a webhook now, whatever is planned for it: early, after it failed, or once more after it was accepted.</summary>
    /// <param name="id">Its <see cref="EmulatedWebhook.Id"/>.</param>
    /// <param name="cancellationToken">Cancels the wait for the response, not the attempt.</param>
    /// <returns>The webhook with the new attempt.</returns>
    /// <exception cref="ArgumentException">No webhook with this number is kept.</exception>
    public async Task<EmulatedWebhook> SendNowAsync(long id, CancellationToken cancellationToken = default)
    {
        var before = _store.Find(id)?.AttemptCount;
        if (before is null || _dayAfter.SendNow(id) is null)
            throw CreateMissing(nameof(id));

        while (true)
        {
            // The task first, so that it completes for every change after the look.
            var changed = _changes.WaitTask;
            var webhook = _store.Find(id) ?? throw CreateMissing(nameof(id));
            if (webhook.AttemptCount > before || webhook.State is EmulatedWebhookState.NotConfigured)
                return webhook;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Posts every webhook that is scheduled now, without waiting for its delay or its next retry.</summary>
    /// <param name="cancellationToken">Cancels the wait for the responses, not the attempts.</param>
    /// <returns>The webhooks that were posted, each with its new attempt. Empty when none was scheduled.</returns>
    public async Task<IReadOnlyList<EmulatedWebhook>> SendAllNowAsync(CancellationToken cancellationToken = default) =>
        await Task.WhenAll(All.Where(static webhook => webhook.State is EmulatedWebhookState.Scheduled or EmulatedWebhookState.Sending)
            .Select(webhook => SendNowAsync(webhook.Id, cancellationToken))).ConfigureAwait(false);

    private static ArgumentException CreateMissing(string parameter) => new("No webhook with this number is kept.", parameter);
}
