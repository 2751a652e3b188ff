using Wolverine;
using Wolverine.Postgresql;
using Wolverine.Sqlite;

namespace Durable;

/// <summary>A process that sends. On PostgreSQL, start as many as you like, on as many machines as reach the database; on SQLite, one.</summary>
internal static class SmsWorker
{
    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        DurableSending.Add(builder, settings, options =>
        {
            if (settings.Postgres is not null)
            {
                options.ListenToPostgresqlQueue(DurableSending.Queue).MaximumParallelMessages(4);
                return;
            }

            options.ListenToSqliteQueue(DurableSending.Queue).MaximumParallelMessages(4);
            // Wolverine gives every process on SQLite the number 1. In this mode, the one worker takes back what a killed one had taken, when it starts.
            options.Durability.Mode = DurabilityMode.Solo;
        });
        using var host = builder.Build();
        await DurableSending.CreateTablesAsync(host.Services, cancellationToken);
        await host.StartAsync(cancellationToken);
        Console.WriteLine($"Worker {Environment.ProcessId} sends.");
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
