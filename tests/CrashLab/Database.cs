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
    public DbDataSource Open() => Store switch
    {
        "sqlite" => SqliteFactory.Instance.CreateDataSource(Connection),
        "postgres" => NpgsqlDataSource.Create(Connection),
        _ => throw new ArgumentException($"The store {Store} is not known. Use sqlite or postgres."),
    };

    public void Configure(SendOnceOptions options) => options.Schema = Schema == "-" ? null : Schema;
}
