using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

public sealed class SendResultTests
{
    [Fact]
    public void ToString_OfAnAcceptedMessage_SaysItsId() =>
        new SendResult(3, Some.Request(), SendOutcome.Accepted) { Response = new SendResponse("a1b2c3d4") }
            .ToString().Should().Be("SendResult { Index = 3, Outcome = Accepted, MessageId = a1b2c3d4, Failure = none }");

    [Fact]
    public void ToString_OfAFailure_SaysItsTypeAlone() =>
        new SendResult(3, Some.Request(), SendOutcome.Unknown) { Failure = new TimeoutException(Some.Recipient) }
            .ToString().Should().Be("SendResult { Index = 3, Outcome = Unknown, MessageId = none, Failure = TimeoutException }");
}
