using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>Marks the keys whose sender did not settle them in time as unknown, as soon as somebody reads their row.</summary>
internal sealed class Leases(SendOnceStore store, SendOnceTelemetry telemetry)
{
    public static bool HasEnded(SendOnceEntry row) => row is { Outcome: SendOnceOutcome.InProgress, LeaseRemaining: { } left } && left <= TimeSpan.Zero;

    /// <summary>Reads a row, whose lease has not ended.</summary>
    public async Task<SendOnceEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (row is null || !HasEnded(row))
            return row;
        await ExpireAsync(key, cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public async Task ExpireAsync(string key, CancellationToken cancellationToken)
    {
        if (!await store.TryExpireAsync(key, cancellationToken).ConfigureAwait(false))
            return;
        SendOnceLog.LeaseExpired(telemetry.Log, key);
        SendOnceTelemetry.CountExpired(1);
    }
}
