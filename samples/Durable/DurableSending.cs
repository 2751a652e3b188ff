using System.Data.Common;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using Wolverine;
using Wolverine.Postgresql;
using Wolverine.Runtime;
using Wolverine.Sqlite;

namespace Durable;

/// <summary>What API and workers have in common: the client, send-once, and Wolverine over the shared database.</summary>
internal static class DurableSending
{
    public const string Queue = "sms";

    /// <summary>Short, so that the demonstration need not wait for two minutes. Keep the defaults in production.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(8);

    public static void Add(IHostApplicationBuilder builder, Settings settings, Action<WolverineOptions> configure)
    {
        var database = settings.OpenDatabase();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(database);
        builder.Services.AddTrackly(options =>
        {
            options.ApiKey = Settings.ApiKey ?? new TracklyEmulatorOptions().ApiKey;
            options.BaseAddress = settings.Emulator ?? options.BaseAddress;
            (options.AttemptTimeout, options.Timeout) = (Timeout, Timeout);
        });
        builder.Services.AddTracklySendOnce(database, static options => options.Lease = Lease);
        builder.UseWolverine(options =>
        {
            options.UseRuntimeCompilation();
            if (settings.Postgres is not null)
                options.UsePostgresqlPersistenceAndTransport(settings.Postgres).AutoProvision();
            else
                options.UseSqlitePersistenceAndTransport(settings.ConnectionString).AutoProvision();
            options.UseTrackly();
            if (settings.Postgres is not null)
                options.PublishMessage<SendSms>().ToPostgresqlQueue(Queue);
            else
                options.PublishMessage<SendSms>().ToSqliteQueue(Queue);

            // A dead worker is noticed within seconds here; by default within a minute.
            options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
            options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(5);
            options.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(2);
            // By default, only the API has these two. Each adds a column, which SQLite cannot add to tables that the worker has created without it.
            (options.Durability.InboxStaleTime, options.Durability.OutboxStaleTime) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
            configure(options);
        });
    }

    /// <summary>Creates the tables of orders, of send-once and of Wolverine.</summary>
    public static async Task CreateTablesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ITracklySendOnce>().EnsureSchemaAsync(cancellationToken);
        await services.GetRequiredService<IWolverineRuntime>().Storage.Admin.MigrateAsync();
        await Orders.CreateTableAsync(services.GetRequiredService<DbDataSource>(), cancellationToken);
    }
}
