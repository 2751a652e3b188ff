using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Bulk calls of the fake: each message gets a line of the script.</summary>
public sealed class FakeTracklyClientBulkTests
{
    private readonly FakeTracklyClient _fake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendBulkAsync_WithoutAScript_QueuesEveryMessage()
    {
        var requests = Create(3);

        var response = await _fake.SendBulkAsync(requests, Token);

        response.Results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        response.Results.Select(static result => result.Request).Should().Equal(requests, ReferenceEquals);
        _fake.Queued.Select(static queued => queued.Request).Should().Equal(requests);
        _fake.BulkRequests.Should().ContainSingle().Which.Should().Equal(requests);
        _fake.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendBulkAsync_ALineThatRejects_IsForOneMessage()
    {
        _fake.ForNext().Accepts("first001").ForNext().Rejects(TracklyErrorCode.ListNotFound);

        var response = await _fake.SendBulkAsync(Create(3), Token);

        response.Results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.Accepted);
        response.Results[1].Failure.Should().BeOfType<TracklyListNotFoundException>();
        _fake.Queued.Should().HaveCount(2);
        _fake.Queued[0].MessageId.Should().Be("first001");
    }

    [Fact]
    public async Task SendBulkAsync_MoreErrorsThanAreListed_LeavesTheRestUnknown()
    {
        _fake.When(static message => message.Body != "Hi 0").Rejects(TracklyErrorCode.InvalidPhone);

        var response = await _fake.SendBulkAsync(Create(150), Token);

        response.ErrorCount.Should().Be(149);
        response.Results.Count(static result => result.Outcome == SendOutcome.Rejected).Should().Be(100);
        response.Results.Count(static result => result.Outcome == SendOutcome.Unknown).Should().Be(50);
    }

    [Fact]
    public async Task SendBulkAsync_ALineOfTheWholeCall_DecidesAboutEveryMessage()
    {
        _fake.ForNext().Accepts().ForNext().LosesTheAnswer().ForNext().RespondsWith(HttpStatusCode.BadRequest);

        var lost = () => _fake.SendBulkAsync(Create(3), Token);
        (await lost.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        _fake.Queued.Should().HaveCount(3);

        (await lost.Should().ThrowExactlyAsync<TracklyInvalidRequestException>()).Which.Outcome.Should().Be(SendOutcome.Rejected);
        _fake.Queued.Should().HaveCount(3);
    }

    [Fact]
    public async Task SendBulkAsync_DoesNotSend_QueuesNothing()
    {
        _fake.ForAll().DoesNotSend();

        var send = () => _fake.SendBulkAsync(Create(2), Token);

        (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.NotSent);
        _fake.Queued.Should().BeEmpty();
    }

    private static SendRequest[] Create(int count) => [.. Enumerable.Range(0, count).Select(static index => Some.Request() with { Body = $"Hi {index}" })];
}
