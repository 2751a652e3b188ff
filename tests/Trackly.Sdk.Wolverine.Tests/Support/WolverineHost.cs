using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Testing;
using Wolverine;
using Wolverine.Postgresql;
using Wolverine.Sqlite;

namespace Trackly.Sdk.Wolverine.Tests.Support;

/// <summary>A host with Wolverine, send-once and a fake client over one database.</summary>
internal sealed class WolverineHost(IHost host, FakeTracklyClient client, EventLog events) : IAsyncDisposable
{
    public FakeTracklyClient Client { get; } = client;

    public EventLog Events { get; } = events;

    public ITracklySendOnce SendOnce { get; } = host.Services.GetRequiredService<ITracklySendOnce>();

    public static async Task<WolverineHost> StartAsync(TestDatabase database, Action<WolverineOptions>? configure = null)
    {
        var (client, events) = (new FakeTracklyClient(), new EventLog());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(events);
        builder.Services.AddFakeTrackly(client);
        builder.Services.AddTracklySendOnce(database.Source, database.Configure);
        builder.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(WolverineHost).Assembly;
            options.UseRuntimeCompilation();
            if (database is SqliteDatabase)
                options.PersistMessagesWithSqlite(database.ConnectionString);
            else
                options.PersistMessagesWithPostgresql(database.ConnectionString, database.Schema);
            options.Durability.Mode = DurabilityMode.Solo;
            options.Durability.ScheduledJobPollingTime = TimeSpan.FromMilliseconds(200);
            options.Durability.ScheduledJobFirstExecution = TimeSpan.FromMilliseconds(200);
            options.UseTrackly(static sms => (sms.BaseDelay, sms.MaxAttempts) = (TimeSpan.FromMilliseconds(10), 3));
            configure?.Invoke(options);
        });
        var host = builder.Build();
        var started = new WolverineHost(host, client, events);
        await started.SendOnce.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public async Task PublishAsync(object message)
    {
        using var scope = host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(message);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
