using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A database of one test, with nothing in it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DbDataSource Source { get; }

    public abstract string ConnectionString { get; }

    /// <summary>What another process needs to open the same table.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    public abstract string? Schema { get; }

    /// <summary>The table, as SQL names it.</summary>
    public abstract string Table { get; }

    /// <summary>SQL for a time that is long over.</summary>
    public abstract string LongAgo { get; }

    public void Configure(SendOnceOptions options) => options.Schema = Schema;

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<object?> ReadAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the lease of every key end, as if its sender had died long ago.</summary>
    public Task ExpireLeasesAsync() => ExecuteAsync($"UPDATE {Table} SET lease_until = {LongAgo} WHERE state = 'sending'");

    public abstract ValueTask DisposeAsync();
}
