using System.Data.Common;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task AConnectionLostBeforeTheClaim_SendsNothing_AndTheNextCallDoes()
    {
        Watched.Break("claim", afterwards: false);
        var call = () => SendOnce.SendAsync("order-1", Request, Token);

        await call.Should().ThrowAsync<DbException>();
        Sender.Transmissions.Should().Be(0);
        Watched.Repair();

        (await Open().SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, AlreadySent = false });
        Sender.Transmissions.Should().Be(1);
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("take over")]
    public async Task AClaimWhoseResponseWasLost_SendsNothing_AndIsGivenBackInTheBackground(string statement)
    {
        if (statement == "take over")
        {
            Sender.ThenThrow(ClientFailures.SendNothing());
            await SendOnce.SendAsync("order-1", Request, Token);
        }

        var before = Sender.Transmissions;
        Watched.Break(statement, afterwards: true);
        var call = () => SendOnce.SendAsync("order-1", Request, Token);

        await call.Should().ThrowAsync<DbException>();
        Sender.Transmissions.Should().Be(before);
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.InProgress);
        Watched.Repair();

        await AdvanceUntilAsync(async () => (await FindAsync("order-1")).Outcome == SendOnceOutcome.NotSent);
        (await Open().SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
        Sender.Transmissions.Should().Be(before + 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AConnectionLostAtTheSettle_KeepsTheResult_AndSettlesInTheBackground(bool afterwards)
    {
        Watched.Break("settle", afterwards, times: 3);

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
        EventNames.Should().Contain("SettleFailed");
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettledLate")));
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
        EventNames.Should().NotContain("SettleRefused");
    }

    [Fact]
    public async Task ADatabaseThatStaysAway_LeavesTheKeyToBecomeUnknown_AndTheLogSaysWhatWasSent()
    {
        Watched.Break("settle", afterwards: false);
        await SendOnce.SendAsync("order-1", Request, Token);

        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettleAbandoned")));

        var abandoned = Log.GetSnapshot().Single(static record => record.Id.Name == "SettleAbandoned");
        abandoned.Message.Should().Contain("order-1").And.Contain("msg00001").And.Contain("accepted");
        Watched.Repair();
        await Database.ExpireLeasesAsync();
        (await SendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Unknown);
        Sender.Transmissions.Should().Be(1);
    }

    [Fact]
    public async Task AProcessThatStopsInOrder_StoresWhatTheDatabaseDidNotTakeYet()
    {
        var stopping = Open();
        Watched.Break("settle", afterwards: false, times: 1);
        await stopping.SendAsync("order-1", Request, Token);

        await stopping.DisposeAsync();

        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
    }

    [Fact]
    public async Task ACallThatFindsNoResponseToItsRead_Throws_AndSendsNothing()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        Watched.Break("find", afterwards: false, times: 1);
        var call = () => SendOnce.SendAsync("order-1", Request, Token);

        await call.Should().ThrowAsync<DbException>();
        (await SendOnce.SendAsync("order-1", Request, Token)).AlreadySent.Should().BeTrue();
        Sender.Transmissions.Should().Be(1);
        await SendOnce.DisposeAsync();
        Watched.Statements.Count(static name => name == "settle").Should().Be(1, "a call that found the key claimed has nothing to give back");
    }

    /// <summary>Lets the time of the senders pass until something has happened in the background.</summary>
    private async Task AdvanceUntilAsync(Func<Task<bool>> hasHappened)
    {
        for (var seconds = 0; seconds < 600; seconds++)
        {
            if (await hasHappened())
                return;
            Clock.Advance(TimeSpan.FromSeconds(1));
            // What waits for the clock goes on in the thread pool.
            await Task.Delay(5, Token);
        }

        Assert.Fail("It has not happened within 600 seconds of the senders' time.");
    }
}
