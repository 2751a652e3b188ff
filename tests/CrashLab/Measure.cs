using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.CrashLab;

/// <summary>What send-once costs beside the same work by hand: insert a row, send, update the row. Both in turns, over the emulator on loopback.</summary>
internal static class Measure
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(Database wanted, int messages, CancellationToken cancellationToken)
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: cancellationToken);
        await using var place = await Place.CreateAsync(wanted);
        using var client = new Account(emulator.BaseAddress).CreateClient();
        await using var sendOnce = new TracklySendOnce(client, place.Source, place.Database.CreateOptions());
        await sendOnce.EnsureSchemaAsync(cancellationToken);
        var table = place.Database.GetTable("by_hand");
        await Database.ExecuteAsync(place.Source, $"CREATE TABLE {table} (key text PRIMARY KEY, state text NOT NULL, message_id text)");
        Task Plain(string key) => client.SendAsync(Account.CreateRequest(key), cancellationToken);
        Task Once(string key) => sendOnce.SendAsync(key, Account.CreateRequest(key), cancellationToken);
        async Task ByHand(string key)
        {
            await ExecuteAsync(place.Source, $"INSERT INTO {table} (key, state) VALUES (@key, 'sending')", key, "");
            var response = await client.SendAsync(Account.CreateRequest(key), cancellationToken);
            await ExecuteAsync(place.Source, $"UPDATE {table} SET state = 'sent', message_id = @id WHERE key = @key", key, response.MessageId);
        }

        foreach (var concurrency in (int[])[1, 8, 64])
        {
            var (plain, hand, once) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                var taken = (await TimeAsync(Plain, "p", round, concurrency, messages), await TimeAsync(ByHand, "h", round, concurrency, messages),
                    await TimeAsync(Once, "o", round, concurrency, messages));
                // The first round warms up.
                if (round > 0)
                    (plain, hand, once) = ([.. plain, taken.Item1], [.. hand, taken.Item2], [.. once, taken.Item3]);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {wanted.Store} | {concurrency} | {Median(plain):N2} ms | {Median(hand):N2} ms | {Median(once):N2} ms | {Median(once) / Median(hand):N2} | {concurrency * 1000 / Median(once):N0} |"));
        }

        return 0;
    }

    /// <summary>How long a message takes, in milliseconds, while so many are sent at once.</summary>
    private static async Task<double> TimeAsync(Func<string, Task> send, string prefix, int round, int concurrency, int messages)
    {
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= messages;)
                await send($"{prefix}-{concurrency}-{round}-{number}-x");
        })));
        return watch.Elapsed.TotalMilliseconds * concurrency / messages;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task ExecuteAsync(DbDataSource source, string sql, string key, string id)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in new[] { ("key", key), ("id", id) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            if (sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
