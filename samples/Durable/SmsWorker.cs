using Wolverine.Postgresql;
using Wolverine.Sqlite;

namespace Durable;

/// <summary>A process that sends. Start as many as you like, on as many machines as reach the database.</summary>
internal static class SmsWorker
{
    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        DurableSending.Add(builder, settings, options =>
        {
            if (settings.Postgres is not null)
                options.ListenToPostgresqlQueue(DurableSending.Queue).MaximumParallelMessages(4);
            else
                options.ListenToSqliteQueue(DurableSending.Queue).MaximumParallelMessages(4);
        });
        using var host = builder.Build();
        await DurableSending.CreateTablesAsync(host.Services, cancellationToken);
        await host.StartAsync(cancellationToken);
        Console.WriteLine($"Worker {Environment.ProcessId} sends.");
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
