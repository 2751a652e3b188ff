using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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

    public static TheoryData<Action<SendOnceOptions>, string> Invalid => new()
    {
        { static options => options.Lease = TimeSpan.FromMilliseconds(999),
            "SendOnceOptions.Lease is 00:00:00.9990000. Set a time from one second to one day.*" },
        { static options => options.Lease = TimeSpan.FromDays(2), "SendOnceOptions.Lease is 2.00:00:00. *" },
        { static options => options.Retention = TimeSpan.FromMinutes(59),
            "SendOnceOptions.Retention is 00:59:00. Set one hour or more, or null to keep every key.*" },
        { static options => options.Schema = "sms; DROP TABLE", "SendOnceOptions.Schema is not a plain name.*" },
        { static options => options.Schema = "", "SendOnceOptions.Schema is not a plain name.*" },
        { static options => options.TablePrefix = "1_", "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.TablePrefix = new string('p', 41), "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.TablePrefix = null!, "SendOnceOptions.TablePrefix is not a plain name.*" },
        { static options => options.Dialect = (SendOnceDialect)7, "SendOnceOptions.Dialect is 7. Use PostgreSql, Sqlite or null.*" },
        { static options => options.Schema = "sms", "SendOnceOptions.Schema is set, but SQLite has no schemas. Leave it null.*" },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void AnOptionThatCannotWork_IsRefusedWithASentence(Action<SendOnceOptions> configure, string message)
    {
        var options = new SendOnceOptions();
        configure(options);

        var create = () => new TracklySendOnce(new FakeTracklyClient(), Sqlite, options);

        create.Should().Throw<ArgumentException>().WithMessage(message);
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
    public void APostgreSqlDataSource_IsRecognized()
    {
        using var source = NpgsqlDataSource.Create("Host=127.0.0.1");

        FluentActions.Invoking(() => new TracklySendOnce(new FakeTracklyClient(), source, new SendOnceOptions { Schema = "sms" })).Should()
            .NotThrow();
    }
}
