using System.Net;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The facts of one attempt, as those who see them record them.</summary>
public sealed class AttemptTests
{
    private readonly TestClock _clock = new();
    private readonly Call _call;

    public AttemptTests() => _call = Some.Call(_clock);

    [Fact]
    public async Task TryClaim_ASecondTime_IsFalseWithTheResponseOfTheFirst()
    {
        var attempt = new Attempt(_call, Some.Key);
        attempt.IsClaimed.Should().BeFalse();

        attempt.TryClaim(out var first).Should().BeTrue();
        attempt.TryClaim(out var second).Should().BeFalse();

        attempt.IsClaimed.Should().BeTrue();
        first.SetResult(CreateResponse(200));
        (await second.Task).StatusCode.Should().Be(200);
    }

    [Fact]
    public void SetResponse_AfterAResult_IsIgnored()
    {
        var (responded, failed) = (new Attempt(_call, Some.Key), new Attempt(_call, Some.Key));
        responded.SetResponse(CreateResponse(400));
        failed.SetException(new IOException("reset"));

        foreach (var attempt in new[] { responded, failed })
        {
            attempt.SetResponse(CreateResponse(200));
            attempt.SetException(new InvalidOperationException());
        }

        (responded.Response!.StatusCode, responded.Exception).Should().Be((400, null));
        failed.Response.Should().BeNull();
        failed.Exception.Should().BeOfType<IOException>();
    }

    [Fact]
    public void RemainingRetryAfter_IsCountedFromTheResponse()
    {
        var attempt = new Attempt(_call, Some.Key);
        _clock.Advance(TimeSpan.FromSeconds(5));
        attempt.SetResponse(CreateResponse(429, "7"));
        _clock.Advance(TimeSpan.FromSeconds(2));

        attempt.RemainingRetryAfter.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Complete_TheServerDidNotProcessARepeatedAttempt_IsNotProcessed()
    {
        var attempt = new Attempt(_call, Some.Key);
        attempt.TryStartBody().Should().BeTrue();
        attempt.MarkRepeated();
        attempt.MarkUnprocessed();

        attempt.Complete(ranOut: false);

        attempt.Verdict.Should().Be(new AttemptVerdict(AttemptResult.NotProcessed, SendFailure.Connection));
    }

    [Fact]
    public void Complete_TheServerDidNotProcessAnAttemptThatWasNotRepeated_IsALostResponse()
    {
        var attempt = new Attempt(_call, Some.Key);
        attempt.TryStartBody().Should().BeTrue();
        attempt.MarkUnprocessed();

        attempt.Complete(ranOut: false);

        attempt.Verdict.Result.Should().Be(AttemptResult.ResponseLost);
    }

    [Fact]
    public void Complete_WithoutAResponse_HasNoBody()
    {
        var attempt = new Attempt(_call, Some.Key);
        _clock.Advance(TimeSpan.FromSeconds(3));

        attempt.Complete(ranOut: true);

        attempt.Body.Should().BeSameAs(ReceivedBody.Nothing);
        attempt.TryStartBody().Should().BeFalse("nothing may leave any more");
        _call.Attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Number = 1,
            Duration = TimeSpan.FromSeconds(3),
            Progress = AttemptProgress.NeverStarted,
            StatusCode = (HttpStatusCode?)null,
            Failure = SendFailure.Timeout,
            Outcome = SendOutcome.NotSent,
        });
    }

    [Theory]
    [InlineData(true, SendFailure.ConnectTimeout)]
    [InlineData(false, SendFailure.Timeout)]
    public void Complete_ATimeoutWhileConnecting_SaysSo(bool connecting, SendFailure failure)
    {
        var attempt = new Attempt(_call, Some.Key);
        if (connecting)
            attempt.MarkConnecting();

        attempt.Complete(ranOut: true);

        attempt.Verdict.Failure.Should().Be(failure);
    }

    [Fact]
    public void TryWriteBody_ASecondTime_IsFalse()
    {
        var attempt = new Attempt(_call, Some.Key);

        attempt.TryWriteBody().Should().BeTrue();
        attempt.TryWriteBody().Should().BeFalse();
    }

    private WireResponse CreateResponse(int status, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter).Should().BeTrue();
        return new WireResponse(response, _clock, 100);
    }
}
