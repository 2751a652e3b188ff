using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>Keeps the last webhooks, and knows which one is due next. Safe to use from many threads at once.</summary>
/// <remarks>A webhook that is dropped to make room is not posted any more.</remarks>
internal sealed class WebhookStore(ActivityLog activity)
{
    public const int MaxWebhooks = 10_000;

    private readonly object _lock = new();
    private readonly SortedDictionary<long, EmulatedWebhook> _webhooks = new();
    private readonly SortedSet<(DateTimeOffset Due, long Id)> _due = new();
    private long _last;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EmulatedWebhook> All
    {
        get
        {
            lock (_lock)
                return [.. _webhooks.Values];
        }
    }

    /// <summary>When the next attempt is due. Null means that none is planned.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
                return _due.Count == 0 ? null : _due.Min.Due;
        }
    }

    public EmulatedWebhook? Find(long id)
    {
        lock (_lock)
            return _webhooks.GetValueOrDefault(id);
    }

    /// <param name="webhook">The webhook, whose number is given here.</param>
    /// <returns>The webhook with its number.</returns>
    public EmulatedWebhook Add(EmulatedWebhook webhook)
    {
        lock (_lock)
        {
            webhook = webhook with { Id = ++_last };
            Put(webhook);
            if (_webhooks.Count > MaxWebhooks)
                Remove(_webhooks.First().Value);
        }

        activity.Add(webhook);
        return webhook;
    }

    /// <summary>Takes the webhook whose attempt is due, the earliest first, and marks it as being sent.</summary>
    public EmulatedWebhook? TakeDue(DateTimeOffset now)
    {
        EmulatedWebhook webhook;
        lock (_lock)
        {
            if (_due.Count == 0 || _due.Min.Due > now)
                return null;
            webhook = _webhooks[_due.Min.Id];
            Put(webhook = webhook with { State = EmulatedWebhookState.Sending, NextAttemptAt = null });
        }

        activity.Add(webhook);
        return webhook;
    }

    /// <summary>Plans an attempt at once, unless one is under way.</summary>
    /// <returns>The webhook, or null when there is none with this number.</returns>
    public EmulatedWebhook? MakeDue(long id, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_webhooks.TryGetValue(id, out var webhook) || webhook.State is EmulatedWebhookState.Sending)
                return webhook;
            Put(webhook with { State = EmulatedWebhookState.Scheduled, NextAttemptAt = now });
            return _webhooks[id];
        }
    }

    /// <summary>Replaces a webhook that is still kept.</summary>
    public void Replace(EmulatedWebhook webhook)
    {
        lock (_lock)
        {
            if (!_webhooks.ContainsKey(webhook.Id))
                return;
            Put(webhook);
        }

        activity.Add(webhook);
    }

    /// <summary>Removes every webhook. None is posted any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _webhooks.Clear();
            _due.Clear();
        }
    }

    private void Put(EmulatedWebhook webhook)
    {
        if (_webhooks.TryGetValue(webhook.Id, out var current))
            Remove(current);
        _webhooks[webhook.Id] = webhook;
        if (webhook.NextAttemptAt is { } due)
            _due.Add((due, webhook.Id));
    }

    private void Remove(EmulatedWebhook webhook)
    {
        _webhooks.Remove(webhook.Id);
        if (webhook.NextAttemptAt is { } due)
            _due.Remove((due, webhook.Id));
    }
}
