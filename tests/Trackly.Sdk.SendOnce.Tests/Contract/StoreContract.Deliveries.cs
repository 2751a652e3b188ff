using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task AReportWithTheIdOfAMessage_FindsItsKey_AndAsksForNoHint()
    {
        await SendOnce.SendAsync("order-1", Request, Token);
        await SendOnce.SendAsync("order-2", Request, Token);

        var match = await SendOnce.FindMatchAsync(CreateReport("msg00002"), static (_, _) => throw new InvalidOperationException("No hint is needed."), Token);

        match.Entry.Should().BeEquivalentTo(new { Key = "order-2", MessageId = "msg00002", Outcome = SendOnceOutcome.Accepted });
        match.Candidates.Should().BeEmpty();
    }

    [Fact]
    public async Task AReportOfAnUnknownKey_IsAHint_AndDecidesNothing()
    {
        await LoseAsync("order-1");
        DeliveryEvent? asked = null;

        var match = await SendOnce.FindMatchAsync(
            CreateReport("AbC12345"),
            (delivery, _) =>
            {
                asked = delivery;
                return Task.FromResult<IEnumerable<string>>(["order-1", "order-1"]);
            },
            Token);

        match.Entry.Should().BeNull();
        match.Candidates.Select(static entry => entry.Key).Should().Equal("order-1");
        asked.Should().BeEquivalentTo(new { Request.To, Request.ListNumber });
        (await FindAsync("order-1")).Should().BeEquivalentTo(
            new { Outcome = SendOnceOutcome.Unknown, MessageId = (string?)null, DecidedAt = (DateTimeOffset?)null });

        await SendOnce.ResolveAsync("order-1", SendOnceOutcome.Accepted, "AbC12345", Token);
        (await SendOnce.FindMatchAsync(CreateReport("AbC12345"), FindNothing, Token)).Entry!.Key.Should().Be("order-1", "from then on it is certain");
    }

    [Fact]
    public async Task OnlyUnknownKeys_AreCandidates_TheLastClaimFirst()
    {
        await LoseAsync("older");
        await Database.ExecuteAsync($"UPDATE {Database.Table} SET claimed_at = {Database.HoursAgo(1)}");
        await LoseAsync("newer");
        await SendOnce.SendAsync("accepted", Request, Token);
        var (died, _) = Sender.ThenWait();
        _ = SendOnce.SendAsync("dead", Request, Token);
        await died;
        await Database.ExpireLeasesAsync();
        var (started, response) = Sender.ThenWait();
        var sending = SendOnce.SendAsync("sending", Request, Token);
        await started;

        var match = await SendOnce.FindMatchAsync(
            CreateReport("AbC12345"), static (_, _) => Task.FromResult<IEnumerable<string>>(["older", "missing", "sending", "accepted", "newer", "dead"]),
            Token);

        match.Candidates.Select(static entry => entry.Key).Should().Equal("dead", "newer", "older");
        EventNames.Should().Contain("LeaseExpired");
        response.SetResult(ScriptedSender.Accept("late0001"));
        await sending;
    }

    [Theory]
    [InlineData(-74, 0)]
    [InlineData(-70, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public async Task AKey_IsACandidateOnlyForAReportThatFollowsItWithinThreeDays(int claimedHoursAfterReport, int candidates)
    {
        await LoseAsync("order-1");
        var claimedAt = (await FindAsync("order-1")).ClaimedAt;

        var match = await SendOnce.FindMatchAsync(CreateReport("AbC12345", claimedAt.AddHours(-claimedHoursAfterReport)), FindOrder1, Token);

        match.Candidates.Should().HaveCount(candidates);
    }

    [Theory]
    [InlineData("-00:05:00", 1)]
    [InlineData("-00:05:00.001", 0)]
    [InlineData("3.00:00:00", 1)]
    [InlineData("3.00:00:00.001", 0)]
    public async Task AKey_IsACandidateUpToFiveMinutesBeforeItsClaim_BecauseClocksDiffer(string reportedAfterClaim, int candidates)
    {
        await LoseAsync("order-1");
        var reportedAt = (await FindAsync("order-1")).ClaimedAt + TimeSpan.Parse(reportedAfterClaim, System.Globalization.CultureInfo.InvariantCulture);

        (await SendOnce.FindMatchAsync(CreateReport("AbC12345", reportedAt), FindOrder1, Token)).Candidates.Should().HaveCount(candidates);
    }

    [Fact]
    public async Task KeysThatDifferInCase_AreBothCandidates()
    {
        await LoseAsync("order-1");
        await LoseAsync("ORDER-1");

        var match = await SendOnce.FindMatchAsync(
            CreateReport("AbC12345"), static (_, _) => Task.FromResult<IEnumerable<string>>(["order-1", "ORDER-1", "order-1"]), Token);

        match.Candidates.Select(static entry => entry.Key).Should().BeEquivalentTo("order-1", "ORDER-1");
    }

    [Fact]
    public async Task AnInvalidKey_IsRefused()
    {
        var call = () => SendOnce.FindMatchAsync(CreateReport("AbC12345"), static (_, _) => Task.FromResult<IEnumerable<string>>([" "]), Token);

        await call.Should().ThrowAsync<ArgumentException>().WithMessage("The key is empty or white space.*");
    }

    [Theory]
    [InlineData("""{"event":"delivery","message_id":"AbC12345","status":"delivered","to":"+14155551234"}""", 0)]
    [InlineData("""{"event":"delivery","message_id":"AbC12345","status":"delivered","list_number":"+18005551000"}""", 0)]
    [InlineData("""{"event":"delivery","message_id":"AbC12345","status":"delivered","to":"+14155551234","list_number":"+18005551000"}""", 1)]
    [InlineData("""{"event":"delivery","message_id":"\u0000","status":"delivered","to":"+14155551234","list_number":"+18005551000"}""", 1)]
    public async Task AReportWithoutANumber_GivesNoHint_AndOneWithoutATimeDoes(string json, int candidates)
    {
        await LoseAsync("order-1");

        var match = await SendOnce.FindMatchAsync((DeliveryEvent)TracklyWebhookEvent.Parse(json), FindOrder1, Token);

        match.Candidates.Should().HaveCount(candidates);
    }

    [Fact]
    public async Task AMatch_ShowsNoKeyAndNothingOfTheReport()
    {
        await LoseAsync("order-1");
        Log.Clear();

        var match = await SendOnce.FindMatchAsync(CreateReport("AbC12345"), FindOrder1, Token);

        match.ToString().Should().Be("SendOnceMatch { Entry = , Candidates = 1 }");
        Log.GetSnapshot().Should().BeEmpty();
    }

    private static DeliveryEvent CreateReport(string messageId, DateTimeOffset? time = null) => (DeliveryEvent)TracklyWebhookEvent.Parse($$"""
        {"event":"delivery","message_id":"{{messageId}}","to":"{{Request.To}}","list_number":"{{Request.ListNumber}}","status":"delivered",
         "timestamp":"{{time ?? DateTimeOffset.UtcNow:O}}"}
        """);

    private static Task<IEnumerable<string>> FindNothing(DeliveryEvent delivery, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<string>>([]);

    private static Task<IEnumerable<string>> FindOrder1(DeliveryEvent delivery, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<string>>(["order-1"]);
}
