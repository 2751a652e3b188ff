using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Wolverine.Tests.Support;
using Wolverine;

namespace Trackly.Sdk.Wolverine.Tests;

public sealed class SendSmsHandlerTests
{
    private static readonly SendSms Message = new("order-1", new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Hi" });

    [Fact]
    public async Task AKeyInProgress_ComesBackWhenItsLeaseHasEnded_AndCountsAsNoAttempt()
    {
        var outgoing = await HandleAsync(new SendOnceResult
        {
            Key = "order-1",
            Outcome = SendOnceOutcome.InProgress,
            RetryAfter = TimeSpan.FromSeconds(90)
        });

        outgoing.Should().ContainSingle().Which.Should().BeOfType<DeliveryMessage<SendSms>>()
            .Which.Should().BeEquivalentTo(new { Message, Options = new { ScheduleDelay = TimeSpan.FromSeconds(91) } });
    }

    [Fact]
    public async Task AKeyThatIsNotSent_ComesBackWhenTracklySays_AndCountsUp()
    {
        var outgoing = await HandleAsync(new SendOnceResult
        {
            Key = "order-1",
            Outcome = SendOnceOutcome.NotSent,
            RetryAfter = TimeSpan.FromMinutes(
            7)
        });

        outgoing.Should().ContainSingle().Which.Should().BeOfType<DeliveryMessage<SendSms>>()
            .Which.Should().BeEquivalentTo(new
            {
                Message = Message with { NotSentCount = 1 },
                Options = new
                {
                    ScheduleDelay = TimeSpan.FromMinutes(
                7)
                }
            });
    }

    [Theory]
    [InlineData(9)]
    [InlineData(19)]
    public async Task AKeyThatIsNotSentTooOften_IsADeadLetter_AlsoWhenItIsReplayed(int notSentCount)
    {
        var failure = ClientFailures.SendNothing();

        var handle = () => HandleAsync(
            new SendOnceResult { Key = "order-1", Outcome = SendOnceOutcome.NotSent, Failure = failure },
                Message with { NotSentCount = notSentCount });

        (await handle.Should().ThrowAsync<SmsNotSentException>()).WithInnerException<TracklyConnectionException>();
    }

    [Fact]
    public void NothingThatAnybodyPrints_ShowsAKeyOrARequest()
    {
        object[] printed = [Message, new SmsAccepted("order-1", "msg00001"), new SmsRejected("order-1", "list_not_found"), new SmsUnknown("order-1")];

        printed.Select(static item => item.ToString()).Should().Equal("SendSms", "SmsAccepted", "SmsRejected", "SmsUnknown");
    }

    public static TheoryData<Action<SendSmsOptions>, string> Invalid => new()
    {
        { static options => options.MaxAttempts = 0, "SendSmsOptions.MaxAttempts is 0. Set one or more." },
        { static options => options.BaseDelay = TimeSpan.Zero, "SendSmsOptions.BaseDelay is 00:00:00. Set a time over zero." },
        {
            static options => options.MaxDelay = TimeSpan.FromSeconds(1),
            "SendSmsOptions.MaxDelay is 00:00:01, which is under BaseDelay (00:00:05). Set at least that."
        },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void AnOptionThatCannotWork_IsRefusedWithASentence(Action<SendSmsOptions> configure, string message) =>
        FluentActions.Invoking(() => new WolverineOptions().UseTrackly(configure)).Should().Throw<ArgumentException>().WithMessage(message);

    private static Task<OutgoingMessages> HandleAsync(SendOnceResult result, SendSms? message = null) =>
        new SendSmsHandler(new FixedSendOnce(result), new SendSmsOptions()).HandleAsync(message ?? Message, TestContext.Current.CancellationToken);
}
