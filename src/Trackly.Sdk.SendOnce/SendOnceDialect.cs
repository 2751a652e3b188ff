namespace Trackly.Sdk;

/// <summary>Specifies the SQL that a database understands.</summary>
public enum SendOnceDialect
{
    /// <summary>PostgreSQL, for any number of machines.</summary>
    PostgreSql = 1,

    /// <summary>SQLite, for the processes of one machine.</summary>
    Sqlite,
}
