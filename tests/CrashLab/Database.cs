using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Trackly.Sdk.CrashLab;

/// <summary>The database that all processes share.</summary>
/// <param name="Store">sqlite or postgres.</param>
/// <param name="Connection">The connection string.</param>
/// <param name="Schema">The schema, or - for none.</param>
internal sealed record Database(string Store, string Connection, string Schema)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    public bool IsSqlite => Store switch
    {
        "sqlite" => true,
        "postgres" => false,
        _ => throw new ArgumentException($"The store {Store} is not known. Use sqlite or postgres."),
    };

    public DbDataSource Open() => IsSqlite ? SqliteFactory.Instance.CreateDataSource(Connection) : NpgsqlDataSource.Create(Connection);

    public SendOnceOptions CreateOptions() => new()
    {
        Lease = Lease,
        Schema = Schema == "-" ? null : Schema,
        Dialect = IsSqlite ? SendOnceDialect.Sqlite : SendOnceDialect.PostgreSql,
    };

    /// <summary>The name of a table, as SQL writes it.</summary>
    public string GetTable(string name) => Schema == "-" ? name : $"{Schema}.{name}";

    public static async Task<int> ExecuteAsync(DbDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> ReadAsync<T>(DbDataSource source, string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
