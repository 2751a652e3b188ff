using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Durable;

/// <summary>What the processes share: a database, and where messages go.</summary>
/// <param name="Postgres">The connection string of PostgreSQL. Null means SQLite.</param>
/// <param name="File">The file of SQLite.</param>
/// <param name="Emulator">The address of the emulator. Null means Trackly itself, with the key in TRACKLY_API_KEY.</param>
internal sealed record Settings(string? Postgres, string File, Uri? Emulator)
{
    /// <summary>The key of Trackly. Null when there is none, so that messages go to an emulator.</summary>
    public static string? ApiKey => Environment.GetEnvironmentVariable("TRACKLY_API_KEY");

    public static string? ListNumber => Environment.GetEnvironmentVariable("TRACKLY_LIST_NUMBER");

    public string ConnectionString => Postgres ?? $"Data Source={File}";

    public DbDataSource OpenDatabase() =>
        Postgres is not null ? NpgsqlDataSource.Create(Postgres) : SqliteFactory.Instance.CreateDataSource(ConnectionString);

    /// <summary>What another process needs to join.</summary>
    public IEnumerable<string> ToArguments() =>
    [
        .. Postgres is null ? new[] { "--file", File } : ["--postgres", Postgres],
        .. Emulator is null ? Array.Empty<string>() : ["--emulator", Emulator.ToString()],
    ];
}
