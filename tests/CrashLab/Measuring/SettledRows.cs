using System.Globalization;

namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>The table of the work by hand, and rows in both tables as if so many messages had been sent within a week.</summary>
internal static class SettledRows
{
    public const string ByHand = "by_hand";

    public static async Task CreateAsync(Place place, int rows)
    {
        var (byHand, once) = (place.Database.GetTable(ByHand), place.Database.GetTable("trackly_send_once"));
        await Database.ExecuteAsync(place.Source, $"CREATE TABLE {byHand} (key text PRIMARY KEY, state text NOT NULL, message_id text)");
        if (rows == 0)
            return;
        var count = rows.ToString(CultureInfo.InvariantCulture);
        var (prefix, numbers, id, fingerprint, time) = place.Database.IsSqlite
            ? ("PRAGMA cache_size = -1000000; ", $"numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})",
                "hex(randomblob(4))", "hex(randomblob(32))", $"strftime('%Y-%m-%dT%H:%M:%fZ', 'now', (604800.0 * (n - {count}) / {count}) || ' seconds')")
            : ("", $"numbers(n) AS (SELECT generate_series(1, {count}))",
                "substr(md5(n::text), 1, 8)", "md5(n::text) || md5((n + 1)::text)", $"now() + interval '7 days' * (n - {count}) / {count}");
        await Database.ExecuteAsync(place.Source, $"""
            {prefix}INSERT INTO {byHand} (key, state, message_id)
            WITH RECURSIVE {numbers} SELECT 'settled-' || n, 'sent', {id} FROM numbers
            """);
        await Database.ExecuteAsync(place.Source, $"""
            {prefix}INSERT INTO {once} (key, fingerprint, state, owner, message_id, attempts, created_at, claimed_at, settled_at)
            WITH RECURSIVE {numbers}
            SELECT 'settled-' || n, {fingerprint}, 'accepted', 'worker-7:4242:0f8fad5bd9cb469fa16570867728950e', {id}, 1, {time}, {time}, {time}
            FROM numbers
            """);
        await Database.ExecuteAsync(place.Source, place.Database.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : $"ANALYZE {byHand}, {once}");
    }
}
