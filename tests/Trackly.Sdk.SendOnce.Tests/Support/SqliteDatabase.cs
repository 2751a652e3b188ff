using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A file in the temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"send-once-{Guid.NewGuid():N}.db");

    public SqliteDatabase()
    {
        ConnectionString = $"Data Source={_file}";
        Source = SqliteFactory.Instance.CreateDataSource(ConnectionString);
    }

    public override string ConnectionString { get; }

    public override DbDataSource Source { get; }

    public override IReadOnlyList<string> Arguments => ["--store", "sqlite", "--connection", ConnectionString];

    public override string? Schema => null;

    public override string Table => "trackly_send_once";

    public override string LongAgo => "'2020-01-01T00:00:00.000Z'";

    public override string HoursAgo(int hours) => $"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-{hours} hours')";

    public override Task<string> ExplainAsync(string sql) => ReadAsync($"EXPLAIN QUERY PLAN {sql}");

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { _file, $"{_file}-wal", $"{_file}-shm" })
            File.Delete(file);
    }
}
