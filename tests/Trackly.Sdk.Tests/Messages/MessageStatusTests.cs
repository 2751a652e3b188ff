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
    public void Equals_IsByTheExactValue()
    {
        (MessageStatus.Queued == new MessageStatus("queued")).Should().BeTrue();
        (MessageStatus.Queued != new MessageStatus("queued")).Should().BeFalse();
        (MessageStatus.Queued == MessageStatus.Sent).Should().BeFalse();
        (MessageStatus.Queued != MessageStatus.Sent).Should().BeTrue();
        MessageStatus.Queued.Equals(new MessageStatus("QUEUED")).Should().BeFalse();
        MessageStatus.Queued.Equals((object)"queued").Should().BeFalse();
        MessageStatus[] different = [MessageStatus.Queued, new("QUEUED"), MessageStatus.Sent];
        different.Select(static status => status.GetHashCode()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Value_OfNothing_IsEmpty()
    {
        default(MessageStatus).Value.Should().BeEmpty();
        new MessageStatus(null!).Value.Should().BeEmpty();
    }
}
