using System.Net;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task FindUnknown_ListsLostResponsesAndDeadSenders_OldestFirst()
    {
        var (started, _) = Sender.ThenWait();
        _ = SendOnce.SendAsync("dead", Request, Token);
        await started;
        await Database.ExpireLeasesAsync();
        Sender.ThenThrow(ClientFailures.LoseResponse());
        await SendOnce.SendAsync("lost", Request, Token);
        await SendOnce.SendAsync("accepted", Request, Token);
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET claimed_at = {Database.LongAgo} WHERE key = 'lost'");

        (await ListUnknownAsync()).Should().Equal("lost", "dead");
    }

    [Fact]
    public async Task FindUnknown_ReadsAnyNumber_AlsoOfTheSameMoment()
    {
        await SendOnce.SendAsync("key", Request, Token);
        await Database.ExecuteAsync($"""
            INSERT INTO {Database.Table} (key, fingerprint, state, owner, attempts, created_at, claimed_at)
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200)
            SELECT 'unknown-' || n, fingerprint, 'unknown', owner, 1, created_at, claimed_at FROM numbers, {Database.Table} WHERE key = 'key'
            """);

        (await ListUnknownAsync()).Should().HaveCount(1200).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task AnUnknownKeyThatIsResolvedAsNotSent_IsSentByTheNextCall()
    {
        await LoseAsync("order-1");

        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.NotSent, cancellationToken: Token);
        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, AlreadySent = false });
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Attempts = 2, DecidedAt = (DateTimeOffset?)null });
    }

    [Fact]
    public async Task AnUnknownKeyThatIsResolvedAsAccepted_KeepsItsMessageId_AndMayBeResolvedAgain()
    {
        await LoseAsync("order-1");

        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.Accepted, "AbC12345", Token);
        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.Accepted, "AbC12345", Token);

        (await SendOnce.SendAsync("order-1", Request, Token)).Should().BeEquivalentTo(
            new { Outcome = SendOnceOutcome.Accepted, MessageId = "AbC12345", AlreadySent = true });
        (await FindAsync("order-1")).DecidedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task ARejectedKey_MayBeSentAgainOnceTheAccountIsCorrected()
    {
        Sender.ThenThrow(ClientFailures.Refuse(HttpStatusCode.BadRequest, TracklyErrorCode.ListNotFound));
        await SendOnce.SendAsync("order-1", Request, Token);

        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.NotSent, cancellationToken: Token);

        (await SendOnce.SendAsync("order-1", Request, Token)).Outcome.Should().Be(SendOnceOutcome.Accepted);
    }

    [Fact]
    public async Task OnlyWhatMayBeDecided_IsDecided()
    {
        await SendOnce.SendAsync("accepted", Request, Token);
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("sending", Request, Token);
        await started;

        await ExpectAsync("accepted", SendOnceOutcome.NotSent, "The key is Accepted.*");
        await ExpectAsync("accepted", SendOnceOutcome.Rejected, "The key is Accepted.*");
        await ExpectAsync("sending", SendOnceOutcome.NotSent, "A call is sending this key; its lease ends in *");
        await ExpectAsync("missing", SendOnceOutcome.NotSent, "There is no such key.*");
        response.SetResult(ScriptedSender.Accept("late0001"));
        (await sending).Outcome.Should().Be(SendOnceOutcome.Accepted);

        async Task ExpectAsync(string key, SendOnceOutcome outcome, string message)
        {
            var call = () => SendOnce.ResolveAsync(key, outcome, cancellationToken: Token);
            await call.Should().ThrowAsync<InvalidOperationException>().WithMessage(message);
        }
    }

    [Fact]
    public async Task DeleteSettled_DeletesWhatIsOld_AndNeverWhatIsUnknown()
    {
        await LoseAsync("unknown");
        await SendOnce.SendAsync("old", Request, Token);
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET settled_at = {Database.LongAgo}");
        await SendOnce.SendAsync("new", Request, Token);
        await Database.ExecuteAsync($"""
            INSERT INTO {Database.Table} (key, fingerprint, state, owner, attempts, created_at, claimed_at, settled_at)
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
            SELECT 'old-' || n, fingerprint, 'rejected', owner, 1, created_at, claimed_at, settled_at FROM numbers, {Database.Table} WHERE key = 'old'
            """);

        var deleted = await SendOnce.DeleteSettledAsync(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), Token);

        deleted.Should().Be(2501);
        (await SendOnce.FindAsync("old", Token)).Should().BeNull();
        (await FindAsync("new")).Outcome.Should().Be(SendOnceOutcome.Accepted);
        (await FindAsync("unknown")).Outcome.Should().Be(SendOnceOutcome.Unknown);
    }

    [Fact]
    public async Task Retention_DeletesOnceAnHour_ByTheClockOfTheDatabase()
    {
        var keeping = Open(static options => options.Retention = TimeSpan.FromDays(1));
        await keeping.SendAsync("old", Request, Token);
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET settled_at = {Database.LongAgo}");
        await keeping.SendAsync("new", Request, Token);

        Clock.Advance(TimeSpan.FromDays(20_000));
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("Deleted")));

        (await SendOnce.FindAsync("old", Token)).Should().BeNull();
        (await FindAsync("new")).Outcome.Should().Be(SendOnceOutcome.Accepted, "the sender's clock, which is decades ahead, does not count");
    }

    private async Task LoseAsync(string key)
    {
        Sender.ThenThrow(ClientFailures.LoseResponse());
        (await SendOnce.SendAsync(key, Request, Token)).Outcome.Should().Be(SendOnceOutcome.Unknown);
    }

    private async Task<List<string>> ListUnknownAsync()
    {
        List<string> keys = [];
        await foreach (var entry in SendOnce.FindUnknownAsync(Token))
            keys.Add(entry.Key);
        return keys;
    }
}
