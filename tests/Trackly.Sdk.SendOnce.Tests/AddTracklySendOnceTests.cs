using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.SendOnce.Tests;

public sealed class AddTracklySendOnceTests
{
    private static readonly DbDataSource Sqlite = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");

    [Fact]
    public async Task TwoLines_AreAllThatAConsoleNeeds()
    {
        await using var database = new SqliteDatabase();
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = (emulator.ApiKey, emulator.BaseAddress));
        services.AddTracklySendOnce(database.Source);
        await using var provider = services.BuildServiceProvider();
        var sendOnce = provider.GetRequiredService<ITracklySendOnce>();
        await sendOnce.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        var request = new SendRequest { To = "+14155551234", ListNumber = emulator.ListNumber, Body = "Your order has shipped." };

        var first = await sendOnce.SendAsync("order-1", request, TestContext.Current.CancellationToken);
        var second = await sendOnce.SendAsync("order-1", request, TestContext.Current.CancellationToken);

        emulator.QueuedMessages.Should().Be(1);
        first.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, emulator.Messages[0].MessageId, AlreadySent = false });
        second.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, emulator.Messages[0].MessageId, AlreadySent = true });
    }

    [Fact]
    public async Task TwoLines_AreAllThatAnAspNetCoreApplicationNeeds()
    {
        await using var database = new SqliteDatabase();
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            [new("Trackly:ApiKey", emulator.ApiKey), new("Trackly:BaseAddress", emulator.BaseAddress.ToString())]);
        builder.Services.AddTrackly(builder.Configuration.GetSection("Trackly"));
        builder.Services.AddTracklySendOnce(database.Source);
        await using var app = builder.Build();
        app.MapPost("/orders/{id}/shipped", async (string id, ITracklySendOnce sendOnce, CancellationToken requestAborted) =>
            (await sendOnce.SendAsync(
                $"order-{id}-shipped", new SendRequest { To = "+14155551234", ListNumber = emulator.ListNumber, Body = "Shipped." }, requestAborted)).Outcome);
        await app.Services.GetRequiredService<ITracklySendOnce>().EnsureSchemaAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        for (var call = 0; call < 2; call++)
        {
            using var response = await client.PostAsync("/orders/1042/shipped", content: null, TestContext.Current.CancellationToken);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be($"{(int)SendOnceOutcome.Accepted}");
        }

        emulator.QueuedMessages.Should().Be(1);
    }

    [Fact]
    public async Task AServerErrorIsNotRepeated_WhateverTheModeOfTheClient()
    {
        await using var database = new SqliteDatabase();
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.ForAll().RespondsWith(HttpStatusCode.InternalServerError);
        using var client = new TracklyClient(new TracklyClientOptions
        {
            ApiKey = emulator.ApiKey,
            BaseAddress = emulator.BaseAddress,
            Retry = { Mode = TracklyRetryMode.AtLeastOnce, BaseDelay = TimeSpan.FromMilliseconds(1) },
        });
        await using var sendOnce = new TracklySendOnce(client, database.Source);
        await sendOnce.EnsureSchemaAsync(TestContext.Current.CancellationToken);

        var result = await sendOnce.SendAsync(
            "order-1", new SendRequest { To = "+14155551234", ListNumber = emulator.ListNumber, Body = "Hi" }, TestContext.Current.CancellationToken);

        result.Outcome.Should().Be(SendOnceOutcome.Unknown);
        result.Failure.Should().BeOfType<TracklyServerException>().Which.Attempts.Should().HaveCount(1);
    }

    [Fact]
    public async Task AHost_RefusesToStartWithALeaseThatIsNotOverTheTimeout()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddTrackly(static options => (options.ApiKey, options.Timeout) = ("trk_key", TimeSpan.FromMinutes(3)));
        builder.Services.AddTracklySendOnce(Sqlite);
        using var host = builder.Build();

        var start = () => host.StartAsync(TestContext.Current.CancellationToken);

        await start.Should().ThrowAsync<OptionsValidationException>()
            .WithMessage("SendOnceOptions.Lease is 00:02:00, not over the client's Timeout of 00:03:00. Set a longer one, such as 00:06:00.");
    }

    [Fact]
    public void ADataSourceOfAnotherDatabase_IsRefused_UnlessTheDialectIsSaid()
    {
        using var wrapped = new WatchedDataSource(Sqlite);

        var create = () => new TracklySendOnce(new FakeTracklyClient(), wrapped);

        create.Should().Throw<ArgumentException>()
            .WithMessage("The data source makes connections of the type *WatchedConnection. Use Npgsql or Microsoft.Data.Sqlite, *");
        FluentActions.Invoking(() => new TracklySendOnce(new FakeTracklyClient(), wrapped, new SendOnceOptions { Dialect = SendOnceDialect.Sqlite }))
            .Should().NotThrow();
    }

    [Fact]
    public void WhatIsMissing_IsNamed()
    {
        var services = new ServiceCollection();

        FluentActions.Invoking(() => services.AddTracklySendOnce((DbDataSource)null!)).Should().Throw<ArgumentNullException>().WithParameterName("dataSource");
        FluentActions.Invoking(() => services.AddTracklySendOnce((Func<IServiceProvider, DbDataSource>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("dataSource");
        FluentActions.Invoking(static () => ((IServiceCollection)null!).AddTracklySendOnce(Sqlite)).Should().Throw<ArgumentNullException>().WithParameterName("services");
        FluentActions.Invoking(static () => new TracklySendOnce((ITracklyClient)null!, Sqlite)).Should().Throw<ArgumentNullException>().WithParameterName("client");
        FluentActions.Invoking(static () => new TracklySendOnce(new FakeTracklyClient(), null!)).Should().Throw<ArgumentNullException>().WithParameterName("dataSource");
    }

    [Fact]
    public async Task AnArgumentThatIsMissing_IsNamed()
    {
        await using var sendOnce = new TracklySendOnce(new FakeTracklyClient(), Sqlite);
        var delivery = (DeliveryEvent)TracklyWebhookEvent.Parse("""{"event":"delivery","message_id":"AbC12345","status":"delivered"}""");

        (await FluentActions.Awaiting(() => sendOnce.SendAsync("order-1", null!)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("request");
        (await FluentActions.Awaiting(() => sendOnce.SendAsync(null!, null!)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("key");
        (await FluentActions.Awaiting(() => sendOnce.FindAsync(" ")).Should().ThrowAsync<ArgumentException>()).WithParameterName("key");
        (await FluentActions.Awaiting(() => sendOnce.ResolveAsync(" ", SendOnceOutcome.NotSent)).Should().ThrowAsync<ArgumentException>()).WithParameterName("key");
        (await FluentActions.Awaiting(() => sendOnce.FindMatchAsync(null!, static (_, _) => null!)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("delivery");
        (await FluentActions.Awaiting(() => sendOnce.FindMatchAsync(delivery, null!)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("findKeys");
    }

    [Fact]
    public async Task AddedTwice_IsOneServiceWithTheOptionsOfBoth()
    {
        var services = new ServiceCollection();
        services.AddTrackly(static options => options.ApiKey = "trk_key");
        services.AddTracklySendOnce(Sqlite, static options => options.TablePrefix = "first_");
        services.AddTracklySendOnce(Sqlite, static options => options.Lease = TimeSpan.FromMinutes(5));
        await using var provider = services.BuildServiceProvider();

        provider.GetServices<ITracklySendOnce>().Should().ContainSingle().Which.Should().BeSameAs(provider.GetRequiredService<ITracklySendOnce>());
        provider.GetRequiredService<IOptions<SendOnceOptions>>().Value.Should().BeEquivalentTo(new { TablePrefix = "first_", Lease = TimeSpan.FromMinutes(5) });
    }

    [Fact]
    public void APostgreSqlDataSource_IsRecognized()
    {
        using var source = NpgsqlDataSource.Create("Host=127.0.0.1");

        FluentActions.Invoking(() => new TracklySendOnce(new FakeTracklyClient(), source, new SendOnceOptions { Schema = "sms" })).Should()
            .NotThrow();
    }
}
