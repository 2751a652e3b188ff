using System.Data.Common;
using Npgsql;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A schema of the server that the environment names. .ci/postgres starts one.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    public const string Variable = "TRACKLY_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    private readonly NpgsqlDataSource _source;

    public PostgreSqlDatabase()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server),
            $"Set {Variable} to a connection string of a PostgreSQL server, or run .ci/postgres, which starts one.");
        _source = Open("");
    }

    public override DbDataSource Source => _source;

    public override string ConnectionString => Server!;

    public override IReadOnlyList<string> Arguments => ["--store", "postgres", "--connection", $"{Server};Maximum Pool Size=8", "--schema", Schema!];

    public override string? Schema { get; } = $"test_{Guid.NewGuid():N}";

    public override string Table => $"{Schema}.trackly_send_once";

    public override string LongAgo => "timestamptz '2020-01-01'";

    public override string HoursAgo(int hours) => $"now() - interval '{hours} hours'";

    public override Task<string> ExplainAsync(string sql) => ReadAsync($"SET enable_seqscan = off; EXPLAIN {sql}");

    public static NpgsqlDataSource Open(string settings) => NpgsqlDataSource.Create($"{Server};Maximum Pool Size=20;{settings}");

    public override async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        await _source.DisposeAsync();
    }
}
