using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Several attempts, one outcome: the most uncertain of them.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task SendAsync_NotSentThenAccepted_CannotBeADuplicate()
    {
        using var client = new ClientUnderTest();
        client.Wire.RefusesTheConnection().Responds(429).Responds(503, retryAfter: "1").Accepts();

        var response = await client.SendAsync();

        response.MayBeDuplicate.Should().BeFalse();
        response.Attempts.Select(attempt => attempt.StatusCode)
            .Should().Equal(null, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        response.Attempts.Select(attempt => attempt.Outcome).Should().Equal(SendOutcome.NotSent, SendOutcome.NotSent, SendOutcome.NotSent, SendOutcome.Accepted);
        response.Attempts.Select(attempt => attempt.Progress)
            .Should().Equal(AttemptProgress.NeverStarted, AttemptProgress.Answered, AttemptProgress.Answered, AttemptProgress.Answered);
    }

    [Fact]
    public async Task SendAsync_UnknownThenAccepted_MayBeADuplicate()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(500).Accepts();

        (await client.SendAsync()).MayBeDuplicate.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_LostThenAccepted_MayBeADuplicate()
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        client.Wire.LosesTheResponse().Accepts();

        var response = await client.SendAsync();

        response.MayBeDuplicate.Should().BeTrue();
        response.Attempts[0].Should().BeEquivalentTo(new { Progress = AttemptProgress.BodyStarted, Failure = SendFailure.Connection, Outcome = SendOutcome.Unknown });
    }

    [Fact]
    public async Task SendAsync_UnknownThenRejected_StaysUnknown()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(500).Responds(400, """{"error":"No","code":"invalid_phone"}""");

        var exception = await client.FailAsync<TracklyInvalidRequestException>();

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("may be queued");
        exception.Attempts.Select(attempt => attempt.Outcome).Should().Equal(SendOutcome.Unknown, SendOutcome.Rejected);
    }

    [Fact]
    public async Task SendAsync_UnknownThenNotSent_StaysUnknown()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(500).RefusesTheConnection();

        var exception = await client.FailAsync<TracklyConnectionException>();

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("may be queued");
    }

    [Fact]
    public async Task SendAsync_NotSentThenRejected_IsRejected()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429).Responds(401);

        (await client.FailAsync<TracklyAuthenticationException>()).Outcome.Should().Be(SendOutcome.Rejected);
    }
}
