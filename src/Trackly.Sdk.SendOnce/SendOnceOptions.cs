namespace Trackly.Sdk;

/// <summary>Specifies how send-once keeps its keys.</summary>
public sealed class SendOnceOptions
{
    /// <summary>
    /// Gets or sets how long a call may take from its claim to its outcome. After that, other calls consider its sender dead and the key
    /// <see cref="SendOnceOutcome.Unknown"/>. Default two minutes; it must be longer than <see cref="TracklyClientOptions.Timeout"/>.
    /// </summary>
    /// <value>From one second to one day.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets the PostgreSQL schema of the table. Null, the default, means the first one on the search path of the connection.</summary>
    public string? Schema { get; set; }

    /// <summary>Gets or sets the start of the table name. Default <c>trackly_</c>, for <c>trackly_send_once</c>.</summary>
    /// <value>Letters, digits and underscores, at most 40, not starting with a digit. Empty is allowed.</value>
    public string TablePrefix { get; set; } = "trackly_";

    /// <summary>
    /// Gets or sets how long settled keys are kept, by the clock of the database. Older ones are deleted once an hour by the processes that send, and would be
    /// sent again. Null, the default, keeps them all.
    /// </summary>
    /// <value>One hour or more, and longer than a call may still be repeated.</value>
    public TimeSpan? Retention { get; set; }

    /// <summary>
    /// Gets or sets the SQL dialect of the database. Null, the default, finds it from the data source: Npgsql or Microsoft.Data.Sqlite.
    /// </summary>
    public SendOnceDialect? Dialect { get; set; }
}
