using System.Data.Common;
using System.Globalization;

namespace Trackly.Sdk.CrashLab;

/// <summary>
/// A queue as engines have it: a job that is not done within a time is delivered again, and some jobs are delivered twice from the start.
/// </summary>
internal sealed class JobQueue(Database database, DbDataSource source)
{
    /// <summary>Far under the lease, so that jobs come back while their message is still being sent.</summary>
    private const int VisibleAgainAfterMilliseconds = 2000;

    private readonly string _table = database.GetTable("jobs");

    private string Now => database.IsSqlite
        ? "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
        : "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    private string SkipLocked => database.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED";

    public async Task FillAsync(int messages)
    {
        await Database.ExecuteAsync(source,
            $"CREATE TABLE {_table} (id integer PRIMARY KEY, key text NOT NULL, done integer NOT NULL, visible_at bigint NOT NULL)");
        await Database.ExecuteAsync(source, $"CREATE INDEX ix_jobs ON {_table} (visible_at) WHERE done = 0");
        // Every fifth key is there twice, the second half of the queue apart.
        await Database.ExecuteAsync(source, $"""
            INSERT INTO {_table} (id, key, done, visible_at)
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {messages})
            SELECT n, 'order-' || n, 0, 0 FROM numbers UNION ALL SELECT n + {messages}, 'order-' || n, 0, 0 FROM numbers WHERE n % 5 = 0
            """);
    }

    /// <summary>Takes a job. Null when none is visible.</summary>
    public async Task<Job?> TakeAsync() => (await Database.ReadAsync(
        source,
        $"""
        UPDATE {_table} SET visible_at = {Now} + {VisibleAgainAfterMilliseconds}
        WHERE id = (SELECT id FROM {_table} WHERE done = 0 AND visible_at <= {Now} ORDER BY visible_at, id LIMIT 1 {SkipLocked})
        RETURNING id, key
        """,
        static reader => new Job(reader.GetInt64(0), reader.GetString(1)))).SingleOrDefault();

    public Task CompleteAsync(Job job) => Database.ExecuteAsync(source, $"UPDATE {_table} SET done = 1 WHERE id = {Format(job.Id)}");

    public Task PostponeAsync(Job job, TimeSpan delay) => Database.ExecuteAsync(
        source, $"UPDATE {_table} SET visible_at = {Now} + {Format((long)delay.TotalMilliseconds)} WHERE id = {Format(job.Id)}");

    public async Task<bool> IsDoneAsync() =>
        (await Database.ReadAsync(source, $"SELECT count(*) FROM {_table} WHERE done = 0", static reader => reader.GetInt64(0))).Single() == 0;

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
