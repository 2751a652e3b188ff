namespace Trackly.Sdk.Tests.Messages;

public sealed class MessageStatusTests
{
    public static TheoryData<MessageStatus, string> Known => new()
    {
        { MessageStatus.Queued, "queued" },
        { MessageStatus.Sent, "sent" },
        { MessageStatus.Delivered, "delivered" },
        { MessageStatus.Undelivered, "undelivered" },
        { MessageStatus.Failed, "failed" },
        { MessageStatus.Dropped, "dropped" },
        { MessageStatus.Orphaned, "orphaned" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_AnyOfThem_IsWrittenAsTracklyWritesIt(MessageStatus status, string value)
    {
        status.ToString().Should().Be(value);
        status.Should().Be(new MessageStatus(value));
    }

    [Fact]
    public void Value_OfNothing_IsEmpty()
    {
        default(MessageStatus).Value.Should().BeEmpty();
        new MessageStatus(null!).Value.Should().BeEmpty();
    }
}
