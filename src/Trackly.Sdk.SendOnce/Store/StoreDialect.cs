using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>Which SQL a data source understands.</summary>
internal static class StoreDialect
{
    /// <exception cref="ArgumentException">The data source is of a database that this package has no SQL for, or that the options do not
    /// fit.</exception>
    public static SendOnceDialect Find(DbDataSource dataSource, SendOnceOptions options)
    {
        var dialect = options.Dialect ?? Find(dataSource);
        if (dialect == SendOnceDialect.Sqlite && options.Schema is not null)
            throw new ArgumentException("SendOnceOptions.Schema is set, but SQLite has no schemas. Leave it null.", nameof(options));
        return dialect;
    }

    private static SendOnceDialect Find(DbDataSource dataSource)
    {
        using var connection = dataSource.CreateConnection();
        return connection.GetType().FullName switch
        {
            "Npgsql.NpgsqlConnection" => SendOnceDialect.PostgreSql,
            "Microsoft.Data.Sqlite.SqliteConnection" => SendOnceDialect.Sqlite,
            var other => throw new ArgumentException(
                $"The data source makes connections of the type {other}. Use Npgsql or Microsoft.Data.Sqlite, or say the SQL: SendOnceOptions.Dialect.",
                nameof(dataSource)),
        };
    }
}
