using System.Data.Common;
using System.Transactions;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>
/// Opens a connection for each statement, outside of any transaction of the caller: a claim that is rolled back with the caller's work would prove
/// nothing.
/// </summary>
internal sealed class StoreConnections(DbDataSource dataSource, SendOnceDialect dialect, string? settings)
{
    /// <summary>SQLite has one writer: to wait here costs no thread.</summary>
    private readonly SemaphoreSlim? _writers = dialect == SendOnceDialect.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Runs something on a connection of its own.</summary>
    public async Task<T> RunAsync<T>(Func<DbConnection, Task<T>> run, CancellationToken cancellationToken)
    {
        using var alone = Transaction.Current is null
            ? null
            : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        if (_writers is not null)
            await _writers.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                if (settings is not null)
                    await ExecuteAsync(connection, settings, cancellationToken).ConfigureAwait(false);
                return await run(connection).ConfigureAwait(false);
            }
        }
        finally
        {
            _writers?.Release();
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string text, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = text;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
