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

    /// <summary>SQL for a time of today.</summary>
    public abstract string HoursAgo(int hours);

    /// <summary>How the database would run a statement, without the choices that it makes for a small table.</summary>
    public abstract Task<string> ExplainAsync(string sql);

    public void Configure(SendOnceOptions options) => options.Schema = Schema;

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a query and joins all that it returns.</summary>
    public async Task<string> ReadAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> values = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            values.AddRange(Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}"));
        return string.Join('\n', values);
    }

    /// <summary>Lets the lease of every key end, as if its sender had died long ago.</summary>
    public Task ExpireLeasesAsync() => ExecuteAsync($"UPDATE {Table} SET lease_until = {LongAgo} WHERE state = 'sending'");

    public abstract ValueTask DisposeAsync();
}
