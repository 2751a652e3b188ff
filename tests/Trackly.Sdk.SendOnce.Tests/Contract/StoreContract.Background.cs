using System.Data.Common;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What happens after a call has returned.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task AnOutcomeThatCannotBeStored_IsTriedAgainAfterLongerAndLongerWaits_UntilTheLeaseEnds()
    {
        var clock = new RecordingClock();
        var sendOnce = Open(static options => options.Lease = TimeSpan.FromSeconds(17.75), clock);
        Watched.Break("settle", afterwards: false);
        await sendOnce.SendAsync("order-1", Request, Token);

        for (var wait = 1; wait <= 7; wait++)
            await clock.EndWaitAsync(wait);
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettleAbandoned")));

        clock.Waits.Select(static wait => wait.TotalSeconds).Should().Equal([0.25, 0.5, 1, 2, 4, 5, 5], "the lease has ended to the moment");
    }

    [Fact]
    public async Task AnOutcomeThatIsStoredLate_IsLoggedWithTheNumberOfFailures()
    {
        Watched.Break("settle", afterwards: false, times: 3);
        await SendOnce.SendAsync("order-1", Request, Token);

        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettledLate")));

        Log.GetSnapshot().Single(static record => record.Id.Name == "SettledLate").Message.Should().Be("The outcome accepted of key order-1 is stored after 3 failures.");
        Log.GetSnapshot().Single(static record => record.Id.Name == "SettleFailed").Message.Should().Be(
            "The outcome accepted of key order-1, message msg00001, cannot be stored now (System.Data.Common.DbException). It is tried again until the lease ends.");
    }

    [Fact]
    public async Task AnOutcomeThatWasDecidedMeanwhile_IsLogged_AndTheDecisionStays()
    {
        Watched.Break("settle", afterwards: false, times: 1);
        await SendOnce.SendAsync("order-1", Request, Token);
        await Database.ExpireLeasesAsync();
        await SendOnce.FindAsync("order-1", Token);
        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.Rejected, cancellationToken: Token);

        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettleRefused")));

        Log.GetSnapshot().Single(static record => record.Id.Name == "SettleRefused").Message.Should().Be(
            "Key order-1 was decided or claimed by others before its sender reported accepted, message msg00001. The decision stays.");
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.Rejected);
    }

    [Fact]
    public async Task AClaimThatNeverReachedTheTable_IsGivenBackWithoutALogEntry()
    {
        Watched.Break("claim", afterwards: false);
        var call = () => SendOnce.SendAsync("order-1", Request, Token);
        await call.Should().ThrowAsync<DbException>();

        await AdvanceUntilAsync(() => Task.FromResult(Watched.Statements.Contains("settle")));
        await SendOnce.DisposeAsync();

        EventNames.Should().Equal("ClaimFailed");
    }

    [Fact]
    public async Task AProcessThatStops_TriesThreeTimesMore_AndThenLogsWhatIsNotStored()
    {
        var stopping = Open();
        Watched.Break("settle", afterwards: false);
        await stopping.SendAsync("order-1", Request, Token);
        var before = Watched.Statements.Count;

        await stopping.DisposeAsync();

        Watched.Statements.Skip(before).Should().Equal("settle", "settle", "settle");
        EventNames.Should().ContainSingle(static name => name == "SettleAbandoned");
    }

    [Fact]
    public async Task Retention_ThatFails_IsTriedAgainAnHourLater()
    {
        var clock = new RecordingClock();
        var keeping = Open(static options => options.Retention = TimeSpan.FromDays(1), clock);
        await keeping.SendAsync("old", Request, Token);
        await keeping.SendAsync("old", Request, Token);
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET settled_at = {Database.LongAgo}");
        clock.Waits.Should().ContainSingle("each process deletes once an hour").Which.Should().Be(TimeSpan.FromHours(1));
        Watched.Break("find", afterwards: false, times: 1);

        await clock.EndWaitAsync(1);
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("DeleteFailed")));
        (await FindAsync("old")).Outcome.Should().Be(SendOnceOutcome.Accepted);
        await clock.EndWaitAsync(2);
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("Deleted")));

        Log.GetSnapshot().Single(static record => record.Id.Name == "DeleteFailed").Message.Should().Be(
            "Retention could not delete keys (System.Data.Common.DbException). It is tried again in an hour.");
        Log.GetSnapshot().Single(static record => record.Id.Name == "Deleted").Message.Should().Be("Retention deleted 1 keys.");
        (await SendOnce.FindAsync("old", Token)).Should().BeNull();
    }

    [Fact]
    public async Task AProcessThatStops_WaitsForTheRetentionThatRuns()
    {
        var clock = new RecordingClock();
        var keeping = Open(static options => options.Retention = TimeSpan.FromDays(1), clock);
        await keeping.SendAsync("order-1", Request, Token);
        using var release = new ManualResetEventSlim();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Watched.Before = _ =>
        {
            started.SetResult();
            release.Wait(Token);
        };
        // What waits for the clock may go on within the call that moves it.
        var running = Task.Run(() => clock.EndWaitAsync(1), Token);
        await started.Task;
        Watched.Repair();

        var stopping = keeping.DisposeAsync().AsTask();

        // Gives a stop that does not wait the time to end.
        for (var i = 0; i < 1_000; i++)
            await Task.Yield();
        stopping.IsCompleted.Should().BeFalse("a statement is running");
        release.Set();
        await stopping;
        await running;
    }

    [Fact]
    public async Task WithoutRetention_NothingIsDeletedInTheBackground()
    {
        var clock = new RecordingClock();
        await Open(clock: clock).SendAsync("order-1", Request, Token);

        clock.Waits.Should().BeEmpty();
    }
}
