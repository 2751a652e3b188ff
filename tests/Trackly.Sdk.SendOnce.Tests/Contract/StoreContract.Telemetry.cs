using System.Net;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What calls log and count, and how many statements they take.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task AKeyThatIsSettledAndThenRepeated_IsLoggedWithItsOutcome()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        await SendOnce.SendAsync("order-1", Request, Token);

        Log.GetSnapshot().Select(static record => record.Message).Should().Equal("A key was settled as accepted.", "A key was already accepted; nothing was sent.");
    }

    [Fact]
    public async Task AKeyThatIsBeingSent_IsNotLoggedAsRepeated()
    {
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("order-1", Request, Token);
        await started;

        await SendOnce.SendAsync("order-1", Request, Token);

        EventNames.Should().BeEmpty();
        response.SetResult(ScriptedSender.Accept("late0001"));
        await sending;
    }

    [Fact]
    public async Task AnOutcomeThatCannotBeStored_IsCounted()
    {
        using var measured = new OwnMeasurements();
        Watched.Break("settle", afterwards: false, times: 1);

        await measured.MeasureAsync(() => SendOnce.SendAsync("order-1", Request, Token));

        measured.All.Should().Equal(
            "trackly.send_once.settle.failures 1 trackly.outcome=accepted", "trackly.send_once.calls 1 trackly.outcome=accepted trackly.already_sent=False");
    }

    [Fact]
    public async Task ACallThatThrows_IsCounted()
    {
        using var measured = new OwnMeasurements();
        await SendOnce.SendAsync("order-1", Request, Token);

        await FluentActions.Awaiting(() => measured.MeasureAsync(() => SendOnce.SendAsync("order-1", Request with { Body = "Another message." }, Token)))
            .Should().ThrowAsync<SendOnceConflictException>();

        measured.All.Should().Equal("trackly.send_once.calls 1 trackly.outcome=conflict trackly.already_sent=False");
    }

    [Fact]
    public async Task AKeyWhoseLeaseHasEnded_IsCountedOnce_WhenItIsFirstRead()
    {
        using var measured = new OwnMeasurements();
        await DieAsync("order-1");
        await DieAsync("order-2");
        await DieAsync("order-3");

        await measured.MeasureAsync(() => SendOnce.FindAsync("order-1", Token));
        await measured.MeasureAsync(() => SendOnce.FindAsync("order-1", Token));
        await measured.MeasureAsync(ListUnknownAsync);

        measured.All.Should().Equal("trackly.send_once.expired_leases 1", "trackly.send_once.expired_leases 2");
    }

    [Fact]
    public async Task AKeyThatIsSettledAtTheLastMoment_HasNotExpired()
    {
        await DieAsync("order-1");
        Watched.Before = name =>
        {
            if (name == "other")
                Database.ExecuteAsync($"UPDATE {Database.Table} SET state = 'accepted', lease_until = NULL").GetAwaiter().GetResult();
        };

        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.Accepted);

        EventNames.Should().BeEmpty("its sender settled it");
    }

    [Fact]
    public async Task ReadingAKey_TakesOneStatement()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        var before = Watched.Statements.Count;

        await SendOnce.FindAsync("order-1", Token);
        await SendOnce.FindAsync("missing", Token);

        Watched.Statements.Skip(before).Should().Equal("find", "find");
    }

    [Fact]
    public async Task AWaitThatTheServerAsksFor_CountsOnlyForAMessageThatWasNotSent()
    {
        Sender.ThenThrow(ClientFailures.Refuse(HttpStatusCode.InternalServerError, code: null, TimeSpan.FromSeconds(7)));

        (await SendOnce.SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, RetryAfter = (TimeSpan?)null });
    }

    [Fact]
    public async Task AKeyThatChangesAllTheTime_IsInProgressAfterFiveRounds()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        var before = Watched.Statements.Count;
        // Deleted and claimed anew between any two statements, as by a retention that is far too short.
        Watched.Before = name => Rename(name == "claim" ? "elsewhere" : "order-1", name == "claim" ? "order-1" : "elsewhere");

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new { Key = "order-1", Outcome = SendOnceOutcome.InProgress, AlreadySent = false });
        Watched.Statements.Skip(before).Should().Equal(Enumerable.Repeat<string[]>(["claim", "find"], 5).SelectMany(static round => round));
        Sender.Transmissions.Should().Be(1);

        void Rename(string from, string to) => Database.ExecuteAsync($"UPDATE {Database.Table} SET key = '{to}' WHERE key = '{from}'").GetAwaiter().GetResult();
    }

    [Fact]
    public async Task ClaimsThatMayBeStored_AreGivenBackUpToAThousandAtOnce()
    {
        Watched.Break("claim", afterwards: false);
        for (var number = 0; number < 1_001; number++)
            await FailAsync(number);
        Watched.Statements.Should().NotContain("settle", "the clock stands still");

        await AdvanceUntilAsync(() => Task.FromResult(CountSettles() == 1_000));
        // Those that have ended make room for others.
        var limit = new WaitLimit("a further claim is given back");
        for (var number = 1_001; CountSettles() == 1_000; number++)
        {
            limit.Check();
            await FailAsync(number);
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        int CountSettles() => Watched.Statements.Count(static name => name == "settle");

        async Task FailAsync(int number) =>
            await FluentActions.Awaiting(() => SendOnce.SendAsync($"order-{number}", Request, Token)).Should().ThrowAsync<BrokenConnectionException>();
    }

    /// <summary>Claims a key, and lets its lease end.</summary>
    private async Task DieAsync(string key)
    {
        var (started, _) = Sender.ThenWait();
        _ = SendOnce.SendAsync(key, Request, Token);
        await started;
        await Database.ExpireLeasesAsync();
    }
}
