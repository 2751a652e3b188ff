using Trackly.Sdk.Testing.Emulator.Accounts;

namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>Posts each webhook when it is due, a few at once, and plans the next attempt of one that failed.</summary>
internal sealed class WebhookQueue : IDisposable
{
    private const int MaxConcurrency = 16;
    private const int MaxKeptAttempts = 20;

    private readonly object _lock = new();
    private readonly WebhookStore _store;
    private readonly AccountDirectory _accounts;
    private readonly TimeProvider _clock;
    private readonly WebhookPoster _poster;
    private readonly CancellationTokenSource _closing = new();
    private readonly ITimer _timer;
    private int _running;

    public WebhookQueue(WebhookStore store, AccountDirectory accounts, TimeProvider clock)
    {
        (_store, _accounts, _clock, _poster) = (store, accounts, clock, new WebhookPoster(clock));
        _timer = clock.CreateTimer(_ => Run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets or sets what is called when a webhook is due for the first time. It returns the JSON to post.</summary>
    public Func<EmulatedWebhook, string> CreateJson { get; set; } = static _ => "{}";

    /// <summary>Gets what is called after each attempt. Null means nothing.</summary>
    public Action<EmulatedWebhook>? OnAttempt { get; init; }

    /// <summary>Starts what is due, and sets the timer for what is not.</summary>
    public void Run()
    {
        while (!_closing.IsCancellationRequested && TryEnter())
        {
            if (_store.TakeDue(_clock.GetUtcNow()) is not { } webhook)
            {
                Leave();
                SetTimer();
                return;
            }

            _ = SendAsync(webhook);
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _timer.Dispose();
        _poster.Dispose();
    }

    private bool TryEnter()
    {
        lock (_lock)
            return _running < MaxConcurrency && ++_running > 0;
    }

    private void Leave()
    {
        lock (_lock)
            _running--;
    }

    // Under the lock, so that a later time never replaces an earlier one.
    private void SetTimer()
    {
        lock (_lock)
        {
            if (_closing.IsCancellationRequested || _store.NextDue is not { } due)
                return;
            var wait = due - _clock.GetUtcNow();
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task SendAsync(EmulatedWebhook webhook)
    {
        // Otherwise thousands of webhooks without an address would call each other on one stack.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            webhook = await SendCoreAsync(webhook with { Json = webhook.Json ?? CreateJson(webhook) }).ConfigureAwait(false);
            _store.Replace(webhook);
            if (webhook.State is not EmulatedWebhookState.NotConfigured)
                OnAttempt?.Invoke(webhook);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator is being disposed.
        }
        finally
        {
            Leave();
        }

        Run();
    }

    private async Task<EmulatedWebhook> SendCoreAsync(EmulatedWebhook webhook)
    {
        if (_accounts.FindByName(webhook.Account)?.Delivery.WebhookAddress is not { } address)
            return webhook with { State = EmulatedWebhookState.NotConfigured };

        var attempt = await _poster.PostAsync(address, webhook.Json!, _closing.Token).ConfigureAwait(false);
        var count = webhook.AttemptCount + 1;
        var delay = attempt.IsAccepted ? null : WebhookRetries.FindDelay(count);
        return webhook with
        {
            State = attempt.IsAccepted ? EmulatedWebhookState.Accepted : delay is null ? EmulatedWebhookState.Failed : EmulatedWebhookState.Scheduled,
            NextAttemptAt = _clock.GetUtcNow() + delay,
            AttemptCount = count,
            Attempts = [.. webhook.Attempts.TakeLast(MaxKeptAttempts - 1), attempt],
        };
    }
}
