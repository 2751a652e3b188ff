using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>The table of keys. Each method is one statement in a transaction of its own, and the clock of the database decides.</summary>
internal sealed class SendOnceStore
{
    private readonly StoreConnections _connections;
    private readonly StoreSql _sql;
    private readonly long _lease;

    public SendOnceStore(DbDataSource dataSource, SendOnceOptions options)
    {
        var dialect = StoreDialect.Find(dataSource, options);
        _sql = new StoreSql(dialect, options);
        _connections = new StoreConnections(dataSource, dialect, _sql.Connection);
        _lease = (long)options.Lease.TotalMilliseconds;
    }

    /// <summary>Claims a key that nobody has used. False when somebody has.</summary>
    public Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken) => TryClaimAsync(_sql.Claim, claim, cancellationToken);

    /// <summary>Claims a key whose last call sent nothing. False when somebody else was faster.</summary>
    public Task<bool> TryTakeOverAsync(Claim claim, CancellationToken cancellationToken) => TryClaimAsync(_sql.TakeOver, claim, cancellationToken);

    /// <summary>
    /// Stores an outcome. False when the claim is no longer the one that counts. An id that a database refuses must not keep the outcome from being
    /// stored.
    /// </summary>
    public async Task<bool> TrySettleAsync(Claim claim, Settlement settlement, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            _sql.Settle,
            command => command.With("key", claim.Key).With("owner", claim.Owner).With("state", StoreState.Format(settlement.Outcome))
                .With("message_id", settlement.MessageId is { } id && MessageIds.IsStorable(id) ? id : null)
                .With("error_code", settlement.ErrorCode?.Value),
            cancellationToken).ConfigureAwait(false) > 0;

    public Task<SendOnceEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(_sql.Find, command => command.With("key", key), cancellationToken);

    /// <summary>Finds the key whose message has an id.</summary>
    public Task<SendOnceEntry?> FindByMessageAsync(string messageId, CancellationToken cancellationToken) =>
        FindAsync(_sql.FindByMessage, command => command.With("message_id", messageId), cancellationToken);

    /// <summary>Marks a key as unknown if its lease has ended. True when it was this call that did.</summary>
    public async Task<bool> TryExpireAsync(string key, CancellationToken cancellationToken) =>
        await ExecuteAsync(_sql.Expire, command => command.With("key", key), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Marks all keys whose lease has ended.</summary>
    public Task<int> ExpireAllAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(_sql.ExpireAll, static command => command, cancellationToken);

    /// <summary>Reads the unknown keys that were claimed after a row, or the oldest.</summary>
    public Task<List<SendOnceEntry>> FindUnknownAsync(SendOnceEntry? after, int limit, CancellationToken cancellationToken) => _connections.RunAsync(
        connection => ReadAsync(connection, _sql.FindUnknown, command => command.With("after_ms", after?.ClaimedAt.ToUnixTimeMilliseconds() ?? 0)
            .With("after_key", after?.Key ?? "").With("limit", limit), cancellationToken),
        cancellationToken);

    /// <summary>Stores a decision. False when the state of the key does not permit it.</summary>
    public async Task<bool> TryResolveAsync(string key, Settlement decision, CancellationToken cancellationToken) =>
        await ExecuteAsync(_sql.Resolve, command => command.With("key", key).With("state", StoreState.Format(decision.Outcome))
            .With("message_id", decision.MessageId), cancellationToken).ConfigureAwait(false) > 0;

    public Task<int> DeleteSettledAsync(DateTimeOffset olderThan, int limit, CancellationToken cancellationToken) =>
        ExecuteAsync(_sql.DeleteSettled, command => command.With("older_ms", olderThan.ToUnixTimeMilliseconds()).With("limit", limit),
            cancellationToken);

    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await GetNumberAsync(_sql.Now, cancellationToken).ConfigureAwait(false));

    public async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        // The right to create a table is asked for even where it exists.
        if (_sql.Exists is { } exists && await GetNumberAsync(exists, cancellationToken).ConfigureAwait(false) > 0)
            return;
        await ExecuteAsync(_sql.Schema, static command => command, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryClaimAsync(string text, Claim claim, CancellationToken cancellationToken)
    {
        var isClaimed = await ExecuteAsync(
            text,
            command =>
            {
                claim.MayBeStored = true;
                return command.With("key", claim.Key).With("fingerprint", claim.Fingerprint).With("owner", claim.Owner).With("lease_ms", _lease);
            },
            cancellationToken).ConfigureAwait(false) > 0;
        claim.MayBeStored = isClaimed;
        return isClaimed;
    }

    private Task<int> ExecuteAsync(string text, Func<DbCommand, DbCommand> bind, CancellationToken cancellationToken) => _connections.RunAsync(
        async connection =>
        {
            var command = bind(StoreCommand.Create(connection, text));
            await using (command.ConfigureAwait(false))
                return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private Task<long> GetNumberAsync(string text, CancellationToken cancellationToken) => _connections.RunAsync(
        async connection =>
        {
            var command = StoreCommand.Create(connection, text);
            await using (command.ConfigureAwait(false))
                return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        },
        cancellationToken);

    private Task<SendOnceEntry?> FindAsync(string text, Func<DbCommand, DbCommand> bind, CancellationToken cancellationToken) => _connections.RunAsync(
        async connection => (await ReadAsync(connection, text, bind, cancellationToken).ConfigureAwait(false)).SingleOrDefault(),
        cancellationToken);

    private static async Task<List<SendOnceEntry>> ReadAsync(
        DbConnection connection, string text, Func<DbCommand, DbCommand> bind, CancellationToken cancellationToken)
    {
        List<SendOnceEntry> rows = [];
        var command = bind(StoreCommand.Create(connection, text));
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    rows.Add(StoreRow.Read(reader));
            }
        }

        return rows;
    }
}
