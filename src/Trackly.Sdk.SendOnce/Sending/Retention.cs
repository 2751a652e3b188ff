using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>Deletes old keys once an hour, from the first send of the process on.</summary>
internal sealed class Retention(SendOnceStore store, TimeSpan? keep, TimeProvider clock, SendOnceTelemetry telemetry) : IAsyncDisposable
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _closing = new();
    private readonly object _lock = new();
    private Task? _running;

    public void Start()
    {
        if (keep is not { } time)
            return;
        lock (_lock)
            _running ??= RunAsync(time);
    }

    public async Task<long> DeleteAsync(DateTimeOffset olderThan, CancellationToken cancellationToken)
    {
        var total = 0L;
        for (int deleted; (deleted = await store.DeleteSettledAsync(olderThan, BatchSize, cancellationToken).ConfigureAwait(false)) > 0;)
            total += deleted;
        return total;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        if (_running is { } running)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(TimeSpan time)
    {
        while (true)
        {
            await Task.Delay(Interval, clock, _closing.Token).ConfigureAwait(false);
            try
            {
                // A machine whose clock is years ahead must not delete everything.
                var now = await store.GetTimeAsync(_closing.Token).ConfigureAwait(false);
                SendOnceLog.Deleted(telemetry.Log, await DeleteAsync(now - time, _closing.Token).ConfigureAwait(false));
            }
            catch (Exception exception) when (!_closing.IsCancellationRequested)
            {
                SendOnceLog.DeleteFailed(telemetry.Log, SendOnceTags.FormatType(exception));
            }
        }
    }
}
