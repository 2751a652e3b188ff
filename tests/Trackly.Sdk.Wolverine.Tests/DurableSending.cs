using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Wolverine.Tests.Support;

namespace Trackly.Sdk.Wolverine.Tests;

/// <summary>What durable sending does, whichever database it is.</summary>
public abstract class DurableSending(TestDatabase database) : IAsyncDisposable
{
    private static SendRequest Request { get; } = new()
    {
        To = "+14155551234",
        ListNumber = "+18005551000",
        Body = "Grüße 😀",
        WrapLinks = true,
        ContactData = new ContactData { FirstName = "Ada" },
        Metadata = new() { ["order"] = "A-1042", ["lines"] = 3 },
    };

    [Fact]
    public async Task AMessage_IsSentOnce_HoweverOftenItIsDelivered()
    {
        await using var host = await WolverineHost.StartAsync(database);

        await host.PublishAsync(new SendSms("order-1", Request));
        var first = await host.Events.TakeAsync();
        await host.PublishAsync(new SendSms("order-1", Request));
        var second = await host.Events.TakeAsync();

        first.Should().BeOfType<SmsAccepted>().Which.Key.Should().Be("order-1");
        second.Should().Be(first);
        host.Client.Requests.Should().ContainSingle().Which.Should().BeEquivalentTo(Request, static options => options.Excluding(
            static request => request.Metadata));
        host.Client.Requests[0].Metadata!["order"]!.ToString().Should().Be("A-1042");
    }

    [Fact]
    public async Task AMessageThatIsNotSent_IsTriedAgain()
    {
        await using var host = await WolverineHost.StartAsync(database);
        host.Client.ForNext(2).DoesNotSend();

        await host.PublishAsync(new SendSms("order-1", Request));

        (await host.Events.TakeAsync()).Should().BeOfType<SmsAccepted>();
        host.Client.Queued.Should().ContainSingle();
        (await host.SendOnce.FindAsync("order-1", TestContext.Current.CancellationToken)).Should().BeEquivalentTo(new
        {
            Attempts = 3,
            Outcome = SendOnceOutcome.Accepted
        });
    }

    [Fact]
    public async Task ARejectedMessage_IsNotTriedAgain()
    {
        await using var host = await WolverineHost.StartAsync(database);
        host.Client.ForNext().Rejects(TracklyErrorCode.ListNotFound);

        await host.PublishAsync(new SendSms("order-1", Request));

        (await host.Events.TakeAsync()).Should().Be(new SmsRejected("order-1", "list_not_found"));
        host.Client.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task AMessageWhoseResponseIsLost_IsNotTriedAgain_AndTheRowKeepsIt()
    {
        await using var host = await WolverineHost.StartAsync(database);
        host.Client.ForNext().LosesTheAnswer();

        await host.PublishAsync(new SendSms("order-1", Request));
        var first = await host.Events.TakeAsync();
        await host.PublishAsync(new SendSms("order-1", Request));
        var second = await host.Events.TakeAsync();

        first.Should().Be(new SmsUnknown("order-1"));
        second.Should().Be(first);
        host.Client.Requests.Should().ContainSingle();
        (await host.SendOnce.FindAsync("order-1", TestContext.Current.CancellationToken))!.Outcome.Should().Be(SendOnceOutcome.Unknown);
    }

    [Fact]
    public async Task TheClaim_CommitsOnItsOwn_UnderAutoApplyTransactionsAndADurableOutbox()
    {
        await using var host = await WolverineHost.StartAsync(database, static options =>
        {
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.UseDurableOutboxOnAllSendingEndpoints();
            options.Policies.AddMiddleware(typeof(RolledBack), static chain => chain.MessageType == typeof(SendSms));
        });
        var seen = new TaskCompletionSource<SendOnceOutcome?>();
        host.Client.When(_ =>
        {
            seen.TrySetResult(host.SendOnce.FindAsync("order-1").GetAwaiter().GetResult()?.Outcome);
            return true;
        }).Accepts();

        await host.PublishAsync(new SendSms("order-1", Request));

        (await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Should().Be(SendOnceOutcome.InProgress,
            "the claim is committed before the message leaves");
        await host.Events.TakeAsync();
        (await host.SendOnce.FindAsync("order-1", TestContext.Current.CancellationToken))!.Outcome.Should().Be(SendOnceOutcome.Accepted,
            "the rollback of the host's own work takes no proof away");
        await host.PublishAsync(new SendSms("order-1", Request));
        await host.Events.TakeAsync();
        host.Client.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task AMessageWhoseHandlerIsCanceled_IsHandledAgain_AndMeetsItsRow()
    {
        await using var host = await WolverineHost.StartAsync(database, static options => options.DefaultExecutionTimeout = TimeSpan.FromSeconds(1));
        host.Client.ForNext().After(TimeSpan.FromMinutes(2)).LosesTheAnswer();

        await host.PublishAsync(new SendSms("order-1", Request));

        (await host.Events.TakeAsync()).Should().Be(new SmsUnknown("order-1"));
        host.Client.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task AMessageThatIsNeverSent_BecomesADeadLetter()
    {
        await using var host = await WolverineHost.StartAsync(database);
        host.Client.ForAll().DoesNotSend();

        await host.PublishAsync(new SendSms("order-1", Request));

        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (Convert.ToInt64(await database.ReadAsync($"SELECT count(*) FROM {DeadLetters}"), null) == 0 && DateTime.UtcNow < deadline)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        (await database.ReadAsync($"SELECT exception_type FROM {DeadLetters}")).Should().Be(typeof(SmsNotSentException).FullName);
        host.Client.Requests.Should().HaveCount(3);
    }

    private string DeadLetters => database.Schema is { } schema ? $"{schema}.wolverine_dead_letters" : "wolverine_dead_letters";

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
