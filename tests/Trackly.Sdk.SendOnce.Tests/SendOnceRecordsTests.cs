namespace Trackly.Sdk.SendOnce.Tests;

/// <summary>What <c>ToString</c> and the messages of exceptions contain.</summary>
public sealed class SendOnceRecordsTests
{
    private static readonly SendOnceEntry Entry = new()
    {
        Key = "order-1",
        Outcome = SendOnceOutcome.Rejected,
        Fingerprint = "f",
        Owner = "worker",
        Attempts = 2,
        ErrorCode = TracklyErrorCode.ListNotFound,
    };

    [Fact]
    public void ToString_ShowsOutcomeAndCode_AndNeverTheKey()
    {
        Entry.ToString().Should().Be("SendOnceEntry { Outcome = Rejected, Attempts = 2, ErrorCode = list_not_found }");
        new SendOnceMatch { Entry = Entry }.ToString().Should().Be("SendOnceMatch { Entry = SendOnceEntry { Outcome = Rejected, Attempts = 2, ErrorCode = list_not_found }, Candidates = 0 }");
        new SendOnceResult { Key = "order-1", Outcome = SendOnceOutcome.Accepted, AlreadySent = true }.ToString().Should().Be(
            "SendOnceResult { Outcome = Accepted, AlreadySent = True, ErrorCode =  }");
    }

    [Fact]
    public void Conflict_SaysWhatToDo_WithoutTheKey()
    {
        var conflict = new SendOnceConflictException("order-1");

        conflict.Key.Should().Be("order-1");
        conflict.Message.Should().Be("The key was used before for another request, and nothing was sent. Give each message its own key, also a corrected one.");
    }
}
