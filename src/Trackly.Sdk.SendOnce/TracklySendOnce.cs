using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.SendOnce.Sending;
using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk;

/// <summary>Sends each key at most once, over a client and a database. Create one and keep it; <c>AddTracklySendOnce</c> does so for a host.</summary>
public sealed class TracklySendOnce : ITracklySendOnce, IAsyncDisposable
{
    private const int PageSize = 500;

    private readonly SendOnceStore _store;
    private readonly SendOnceTelemetry _telemetry;
    private readonly TimeProvider _clock;
    private readonly PendingSettlements _pending;
    private readonly Retention _retention;
    private readonly Leases _leases;
    private readonly Claims _claims;
    private readonly ClaimedSend _send;

    /// <summary>Creates send-once. Neither the client nor the data source is disposed with it.</summary>
    /// <param name="client">Sends the messages, each at most once.</param>
    /// <param name="dataSource">The database that all senders share.</param>
    /// <param name="options">The options. Null, the default, means every default. The lease must be longer than the client's <see cref="TracklyClientOptions.Timeout"/>.</param>
    /// <param name="loggerFactory">Creates the logger. Null, the default, means no log.</param>
    /// <param name="timeProvider">Measures how long a call takes. Null, the default, means the clock of the system.</param>
    /// <exception cref="ArgumentException">The options are not valid, or this package has no SQL for the database.</exception>
    public TracklySendOnce(
        ITracklyClient client, DbDataSource dataSource, SendOnceOptions? options = null, ILoggerFactory? loggerFactory = null,
            TimeProvider? timeProvider = null)
        : this(CreateSend(client), dataSource, options, loggerFactory, timeProvider)
    {
    }

    internal TracklySendOnce(
        Func<SendRequest, CancellationToken, Task<SendResponse>> send, DbDataSource dataSource, SendOnceOptions? options,
            ILoggerFactory? loggerFactory,
        TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options ??= new SendOnceOptions();
        SendOnceOptionsValidator.Check(options);
        _clock = timeProvider ?? TimeProvider.System;
        _telemetry = new SendOnceTelemetry(loggerFactory);
        _store = new SendOnceStore(dataSource, options);
        _pending = new PendingSettlements(_store, options.Lease, _clock, _telemetry.Log);
        _retention = new Retention(_store, options.Retention, _clock, _telemetry);
        _leases = new Leases(_store, _telemetry);
        _claims = new Claims(_store, _leases, _pending, _telemetry);
        _send = new ClaimedSend(send, _store, _pending, _telemetry, options.Lease);
    }

    /// <inheritdoc/>
    public async Task<SendOnceResult> SendAsync(string key, SendRequest request, CancellationToken cancellationToken = default)
    {
        SendOnceKey.Check(key);
        ArgumentNullException.ThrowIfNull(request);
        using var span = SendOnceTelemetry.Start();
        try
        {
            _retention.Start();
            request = RequestSnapshot.Take(request);
            var claim = new Claim(key, RequestFingerprint.Compute(request), _clock);
            var result = await _claims.ClaimAsync(claim, cancellationToken).ConfigureAwait(false)
                ?? await _send.RunAsync(claim, request, cancellationToken).ConfigureAwait(false);
            SendOnceTelemetry.Complete(span, result);
            return result;
        }
        catch (Exception exception)
        {
            SendOnceTelemetry.Fail(span, exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task EnsureSchemaAsync(CancellationToken cancellationToken = default) => _store.EnsureSchemaAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<SendOnceEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        SendOnceKey.Check(key);
        return _leases.FindAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SendOnceEntry> FindUnknownAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        SendOnceTelemetry.CountExpired(await _store.ExpireAllAsync(cancellationToken).ConfigureAwait(false));
        List<SendOnceEntry> page;
        for (SendOnceEntry? last = null; ; last = page[^1])
        {
            page = await _store.FindUnknownAsync(last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < PageSize)
                yield break;
        }
    }

    /// <inheritdoc/>
    public Task<SendOnceMatch> FindMatchAsync(
        DeliveryEvent delivery, Func<DeliveryEvent, CancellationToken, Task<IEnumerable<string>>> findKeys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(findKeys);
        return new DeliveryMatching(_store, _leases).FindAsync(delivery, findKeys, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ResolveAsync(string key, SendOnceOutcome outcome, string? messageId = null, CancellationToken cancellationToken = default)
    {
        SendOnceKey.Check(key);
        Decision.Check(outcome, messageId);
        if (await _store.TryResolveAsync(key, new Settlement(outcome, messageId), cancellationToken).ConfigureAwait(false))
            return;
        var row = await _store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (row?.Outcome != outcome)
            throw new InvalidOperationException(Decision.Explain(row));
    }

    /// <inheritdoc/>
    public Task<long> DeleteSettledAsync(DateTimeOffset olderThan, CancellationToken cancellationToken = default) =>
        _retention.DeleteAsync(olderThan, cancellationToken);

    /// <summary>Stores the outcomes that the database has not taken yet, with a few last attempts for each.</summary>
    /// <returns>A task that ends when nothing runs in the background.</returns>
    public async ValueTask DisposeAsync()
    {
        await _retention.DisposeAsync().ConfigureAwait(false);
        await _pending.DisposeAsync().ConfigureAwait(false);
    }

    private static Func<SendRequest, CancellationToken, Task<SendResponse>> CreateSend(ITracklyClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        var options = new TracklyRequestOptions { RetryMode = TracklyRetryMode.AtMostOnce };
        return (request, cancellationToken) => client.SendAsync(request, options, cancellationToken);
    }
}
