using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>One process that sends for a while each time standard input tells it how, and prints messages a second.</summary>
internal sealed class MeasureWorker(TracklyClient client, TracklySendOnce sendOnce, DbDataSource source, string byHand)
{
    private long _number;

    public static async Task<int> RunAsync(Database database, Account account)
    {
        await using var source = database.Open();
        using var client = account.CreateClient();
        await using var sendOnce = new TracklySendOnce(client, source, database.CreateOptions());
        var worker = new MeasureWorker(client, sendOnce, source, database.GetTable(SettledRows.ByHand));
        while (Console.ReadLine() is { } line)
        {
            var order = line.Split(' ');
            var rate = await worker.SendAsync(
                Enum.Parse<SenderKind>(order[0]), int.Parse(order[1], CultureInfo.InvariantCulture),
                TimeSpan.FromMilliseconds(int.Parse(order[2], CultureInfo.InvariantCulture)));
            Console.WriteLine(rate.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private async Task<double> SendAsync(SenderKind kind, int concurrency, TimeSpan duration)
    {
        var sent = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < duration)
            {
                await SendAsync(kind, $"{Environment.ProcessId}-{Interlocked.Increment(ref _number)}-x");
                Interlocked.Increment(ref sent);
            }
        })));
        return sent / watch.Elapsed.TotalSeconds;
    }

    private Task SendAsync(SenderKind kind, string key) => kind switch
    {
        SenderKind.Plain => client.SendAsync(Account.CreateRequest(key)),
        SenderKind.ByHand => SendByHandAsync(key),
        _ => sendOnce.SendAsync(key, Account.CreateRequest(key)),
    };

    private async Task SendByHandAsync(string key)
    {
        await ExecuteAsync($"INSERT INTO {byHand} (key, state) VALUES (@key, 'sending')", ("key", key));
        var response = await client.SendAsync(Account.CreateRequest(key));
        await ExecuteAsync($"UPDATE {byHand} SET state = 'sent', message_id = @id WHERE key = @key", ("key", key), ("id", response.MessageId));
    }

    private async Task ExecuteAsync(string sql, params (string Name, string Value)[] values)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
