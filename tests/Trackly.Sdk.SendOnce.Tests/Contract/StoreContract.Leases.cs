using Microsoft.Extensions.Time.Testing;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task AKeyThatIsBeingSent_IsInProgress_AndSaysForHowLong()
    {
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("order-1", Request, Token);
        await started;

        var other = await Open().SendAsync("order-1", Request, Token);

        other.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.InProgress, AlreadySent = false, MessageId = (string?)null });
        other.RetryAfter.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(2));
        response.SetResult(ScriptedSender.Accept("late0001"));
        (await sending).Outcome.Should().Be(SendOnceOutcome.Accepted);
        Sender.Transmissions.Should().Be(1);
    }

    [Fact]
    public async Task AKeyWhoseSenderDied_BecomesUnknown_AndNobodySendsItAgain()
    {
        var (started, _) = Sender.ThenWait();
        _ = SendOnce.SendAsync("order-1", Request, Token);
        await started;
        await Database.ExpireLeasesAsync();

        var other = await Open().SendAsync("order-1", Request, Token);

        other.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, AlreadySent = true });
        (await FindAsync("order-1")).Should().BeEquivalentTo(new
        {
            Outcome = SendOnceOutcome.Unknown,
            Attempts = 1,
            LeaseRemaining = (
            TimeSpan?)null
        });
        Sender.Transmissions.Should().Be(1);
        EventNames.Should().Contain("LeaseExpired");
    }

    [Fact]
    public async Task ASenderThatComesBackLate_StillSettlesItsKey()
    {
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("order-1", Request, Token);
        await started;
        await Database.ExpireLeasesAsync();
        await Open().SendAsync("order-1", Request, Token);

        response.SetResult(ScriptedSender.Accept("late0001"));
        await sending;

        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "late0001" });
    }

    [Theory]
    [InlineData(SendOnceOutcome.NotSent)]
    [InlineData(SendOnceOutcome.Rejected)]
    [InlineData(SendOnceOutcome.Accepted)]
    public async Task ASenderThatComesBackLate_DoesNotOverwriteADecision(SendOnceOutcome decision)
    {
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("order-1", Request, Token);
        await started;
        await Database.ExpireLeasesAsync();
        await SendOnce.ResolveAsync("order-1", decision, cancellationToken: Token);

        response.SetResult(ScriptedSender.Accept("late0001"));
        var result = await sending;

        result.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "late0001" },
            "the caller learns the truth all the same");
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = decision, MessageId = (string?)null });
        EventNames.Should().Contain("SettleRefused");
    }

    [Fact]
    public async Task ASenderThatComesBackLate_DoesNotSettleTheClaimOfTheNextOne()
    {
        var (started, response) = Sender.ThenWait();
        var first = SendOnce.SendAsync("order-1", Request, Token);
        await started;
        await Database.ExpireLeasesAsync();
        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.NotSent, cancellationToken: Token);
        var (secondStarted, secondResponse) = Sender.ThenWait();
        var second = SendOnce.SendAsync("order-1", Request, Token);
        await secondStarted;

        response.SetException(ClientFailures.SendNothing());
        await first;

        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.InProgress);
        secondResponse.SetResult(ScriptedSender.Accept("second01"));
        await second;
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = "second01", Attempts = 2 });
    }

    [Theory]
    [InlineData(-20_000)]
    [InlineData(20_000)]
    public async Task AMachineWhoseClockIsDaysOff_NeitherEndsALeaseNorHoldsIt(int days)
    {
        var (started, _) = Sender.ThenWait();
        _ = SendOnce.SendAsync("order-1", Request, Token);
        await started;
        var skewed = Open(clock: new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(25_000 + days)));

        (await skewed.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.InProgress);
        await Database.ExpireLeasesAsync();
        (await skewed.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Unknown);
    }

    [Fact]
    public async Task AMachineThatPausedAfterItsClaim_SendsNothing()
    {
        Watched.After = name => Clock.Advance(name == "claim" ? TimeSpan.FromSeconds(41) : TimeSpan.Zero);

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Outcome.Should().Be(SendOnceOutcome.NotSent);
        Sender.Transmissions.Should().Be(0);
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.NotSent);
        EventNames.Should().Contain("SendTooLate");
        Watched.Repair();
        (await SendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Fact]
    public async Task AClaimThatTookNoMoreThanAThirdOfTheLease_IsSent()
    {
        Watched.After = name => Clock.Advance(name == "claim" ? TimeSpan.FromSeconds(40) : TimeSpan.Zero);

        (await SendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }
}
