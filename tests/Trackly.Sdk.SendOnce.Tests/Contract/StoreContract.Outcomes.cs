using System.Net;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

/// <summary>What a store has to do, whichever database it is. The parts of this class stand in a file each.</summary>
public abstract partial class StoreContract(TestDatabase database) : ContractTest(database)
{
    [Fact]
    public async Task ANewKey_IsSentAndSettled()
    {
        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new SendOnceResult { Key = "order-1", Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001" });
        var row = await FindAsync("order-1");
        row.Should().BeEquivalentTo(
            new
            {
                Key = "order-1",
                Outcome = SendOnceOutcome.Accepted,
                MessageId = "msg00001",
                Attempts = 1,
                DecidedAt = (DateTimeOffset?)null,
                LeaseRemaining = (TimeSpan?)null
            });
        row.SettledAt.Should().BeOnOrAfter(row.ClaimedAt);
        row.ClaimedAt.Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5),
            "the clock of the database decides, not the one of the sender");
    }

    [Fact]
    public async Task ANewKey_TakesTwoStatements()
    {
        var before = Watched.Statements.Count;

        await SendOnce.SendAsync("order-1", Request, Token);

        Watched.Statements.Skip(before).Should().Equal("claim", "settle");
    }

    [Fact]
    public async Task AnAcceptedKey_IsNotSentAgain()
    {
        await SendOnce.SendAsync("order-1", Request, Token);

        var again = await Open().SendAsync("order-1", Request, Token);

        again.Should().BeEquivalentTo(
            new SendOnceResult { Key = "order-1", Outcome = SendOnceOutcome.Accepted, MessageId = "msg00001", AlreadySent = true });
        Sender.Transmissions.Should().Be(1);
    }

    [Fact]
    public async Task ARejectedKey_IsNotSentAgain()
    {
        Sender.ThenThrow(ClientFailures.Refuse(HttpStatusCode.BadRequest, TracklyErrorCode.ListNotFound));
        var first = await SendOnce.SendAsync("order-1", Request, Token);

        var again = await SendOnce.SendAsync("order-1", Request, Token);

        first.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Rejected, AlreadySent = false, ErrorCode = TracklyErrorCode.ListNotFound });
        first.Failure.Should().BeOfType<TracklyListNotFoundException>();
        again.Should().BeEquivalentTo(
            new { Outcome = SendOnceOutcome.Rejected, AlreadySent = true, ErrorCode = TracklyErrorCode.ListNotFound, Failure = (Exception?)null });
        Sender.Transmissions.Should().Be(1);
    }

    [Fact]
    public async Task AnInvalidRequest_IsRejected_SoThatAQueueDoesNotRepeatItForever()
    {
        Sender.ThenThrow(new TracklyValidationException([new TracklyValidationError(TracklyErrorCode.InvalidPhone, "to",
            "to is not a phone number.")]));

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Rejected, ErrorCode = TracklyErrorCode.InvalidPhone });
        (await FindAsync("order-1")).Outcome.Should().Be(SendOnceOutcome.Rejected);
    }

    [Fact]
    public async Task AKeyThatWasNotSent_IsSentByTheNextCall()
    {
        Sender.ThenThrow(ClientFailures.Refuse(HttpStatusCode.TooManyRequests, code: null, TimeSpan.FromSeconds(7)));
        var first = await SendOnce.SendAsync("order-1", Request, Token);

        var second = await Open().SendAsync("order-1", Request, Token);

        first.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.NotSent, AlreadySent = false, RetryAfter = TimeSpan.FromSeconds(7) });
        second.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, AlreadySent = false, MessageId = "msg00002" });
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Attempts = 2, Outcome = SendOnceOutcome.Accepted, MessageId = "msg00002" });
    }

    [Theory]
    [InlineData('\0', 1)]
    [InlineData('\ud800', 1)]
    [InlineData('i', 5000)]
    public async Task AnIdThatNoDatabaseKeeps_DoesNotKeepTheOutcomeFromBeingStored(char character, int length)
    {
        var messageId = new string(character, length);
        Sender.Then(_ => Task.FromResult(ScriptedSender.Accept(messageId)));

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.MessageId.Should().Be(messageId, "the caller gets what the server said");
        (await FindAsync("order-1")).Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Accepted, MessageId = (string?)null });
    }

    [Fact]
    public async Task AKeyWhoseResponseWasLost_IsUnknown_AndNobodySendsItAgain()
    {
        Sender.ThenThrow(ClientFailures.LoseResponse());
        var first = await SendOnce.SendAsync("order-1", Request, Token);

        var again = await SendOnce.SendAsync("order-1", Request, Token);

        first.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, AlreadySent = false });
        again.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown, AlreadySent = true });
        Sender.Transmissions.Should().Be(1);
        EventNames.Should().Contain("Unknown");
    }

    [Fact]
    public async Task AnExceptionThatTheClientDoesNotExplain_IsUnknown()
    {
        Sender.ThenThrow(new InvalidDataException("A handler of the host failed."));

        var result = await SendOnce.SendAsync("order-1", Request, Token);

        result.Should().BeEquivalentTo(new { Outcome = SendOnceOutcome.Unknown });
        result.Failure.Should().BeOfType<InvalidDataException>();
    }

    [Theory]
    [InlineData(SendOutcome.NotSent, SendOnceOutcome.NotSent)]
    [InlineData(SendOutcome.Unknown, SendOnceOutcome.Unknown)]
    public async Task ACanceledSend_IsSettledBeforeTheCallThrows(SendOutcome outcome, SendOnceOutcome stored)
    {
        using var cancellation = new CancellationTokenSource();
        Sender.Then(token =>
        {
            cancellation.Cancel();
            throw ClientFailures.Cancel(outcome, token);
        });

        var call = () => SendOnce.SendAsync("order-1", Request, cancellation.Token);

        await call.Should().ThrowAsync<TracklyCanceledException>();
        (await FindAsync("order-1")).Outcome.Should().Be(stored);
    }

    [Fact]
    public async Task AnotherRequestUnderTheSameKey_IsAConflict()
    {
        await SendOnce.SendAsync("order-1", Request, Token);

        var call = () => SendOnce.SendAsync("order-1", Request with { Body = "Another message." }, Token);

        (await call.Should().ThrowAsync<SendOnceConflictException>()).Which.Key.Should().Be("order-1");
        Sender.Transmissions.Should().Be(1);
    }

    [Fact]
    public async Task ARequestThatItsCallerChangesDuringTheCall_IsSentAsItWasClaimed()
    {
        var metadata = new Dictionary<string, object?> { ["order"] = "A-1042" };
        Watched.After = _ => metadata["order"] = "A-1043";

        await SendOnce.SendAsync("order-1", Request with { Metadata = metadata }, Token);

        Sender.LastRequest!.Metadata.Should().Contain("order", "A-1042");
        metadata.Should().Contain("order", "A-1043");
    }

    [Fact]
    public async Task Keys_AreComparedExactly()
    {
        string[] keys = ["order-1", "Order-1", "order-1.", "ordér-1", "orde\u0301r-1", "order-😀", "order%1", "order_1", "o'rder", "o\"rder",
            new string('k', 200)];

        foreach (var key in keys)
            await SendOnce.SendAsync(key, Request, Token);

        Sender.Transmissions.Should().Be(keys.Length);
        foreach (var key in keys)
            (await FindAsync(key)).Key.Should().Be(key);
    }
}
