using System.Net;
using System.Text.Json.Nodes;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;
using static Trackly.Sdk.TracklyRetryMode;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The table of the guarantee, counted on the wire: what is tried again in which mode, and what the caller is told in the end.</summary>
public sealed class RetryTests
{
    private static readonly Dictionary<string, Action<StubHandler>> Wires = new()
    {
        ["connection refused"] = wire => wire.RefusesTheConnection(),
        ["answer lost"] = wire => wire.LosesTheAnswer(),
        ["200 unreadable"] = wire => wire.Answers(200, "OK"),
        ["200 refused"] = wire => wire.Answers(200, """{"success":false}"""),
        ["503 with Retry-After"] = wire => wire.Answers(503, retryAfter: "2"),
    };

    [Theory]
    [InlineData("connection refused", 4, 4, 4, typeof(TracklyConnectionException), SendOutcome.NotSent)]
    [InlineData("408", 4, 4, 4, typeof(TracklyApiException), SendOutcome.NotSent)]
    [InlineData("425", 4, 4, 4, typeof(TracklyApiException), SendOutcome.NotSent)]
    [InlineData("429", 4, 4, 4, typeof(TracklyRateLimitException), SendOutcome.NotSent)]
    [InlineData("503 with Retry-After", 4, 4, 4, typeof(TracklyServerException), SendOutcome.NotSent)]
    [InlineData("500", 1, 4, 4, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData("502", 1, 4, 4, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData("503", 1, 4, 4, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData("504", 1, 4, 4, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData("answer lost", 1, 1, 4, typeof(TracklyConnectionException), SendOutcome.Unknown)]
    [InlineData("200 unreadable", 1, 1, 1, typeof(TracklyResponseException), SendOutcome.Unknown)]
    [InlineData("200 refused", 1, 1, 1, typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData("400", 1, 1, 1, typeof(TracklyInvalidRequestException), SendOutcome.Rejected)]
    [InlineData("401", 1, 1, 1, typeof(TracklyAuthenticationException), SendOutcome.Rejected)]
    [InlineData("403", 1, 1, 1, typeof(TracklyPermissionException), SendOutcome.Rejected)]
    [InlineData("413", 1, 1, 1, typeof(TracklyPayloadTooLargeException), SendOutcome.Rejected)]
    [InlineData("307", 1, 1, 1, typeof(TracklyApiException), SendOutcome.Rejected)]
    public async Task SendAsync_ItHappensEveryTime_IsTriedAsOftenAsTheModePermits(
        string what, int atMostOnce, int standard, int atLeastOnce, Type exception, SendOutcome outcome)
    {
        foreach (var (mode, tries) in new[] { (AtMostOnce, atMostOnce), (Standard, standard), (AtLeastOnce, atLeastOnce) })
        {
            using var client = new ClientUnderTest(options => options.Retry.Mode = mode);
            Script(client.Wire, what);

            var send = async () => await client.SendAsync();
            var thrown = (await send.Should().ThrowAsync<TracklyException>()).Which;

            client.Wire.Requests.Should().HaveCount(tries, "this is what {0} permits", mode);
            thrown.Should().BeOfType(exception);
            thrown.Outcome.Should().Be(outcome);
            thrown.Attempts.Select(attempt => attempt.Number).Should().Equal(Enumerable.Range(1, tries));
            thrown.Attempts.Should().OnlyContain(attempt => attempt.Outcome == outcome);
        }
    }

    [Fact]
    public async Task SendAsync_NoRetriesWanted_TriesOnce()
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Answers(429).Accepts();

        await client.FailAsync<TracklyRateLimitException>();

        client.Wire.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task SendAsync_MaxRetryAttempts_IsTheNumberOfTriesAfterTheFirst(int retries)
    {
        using var client = new ClientUnderTest(options =>
        {
            options.Retry.MaxRetryAttempts = retries;
            options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        });
        client.Wire.RefusesTheConnection();

        await client.FailAsync<TracklyConnectionException>();

        client.Wire.Requests.Should().HaveCount(1 + retries);
    }

    [Fact]
    public async Task SendAsync_NotSentThenAccepted_CannotBeADuplicate()
    {
        using var client = new ClientUnderTest();
        client.Wire.RefusesTheConnection().Answers(429).Answers(503, retryAfter: "1").Accepts();

        var response = await client.SendAsync();

        response.MayBeDuplicate.Should().BeFalse();
        response.Attempts.Select(attempt => attempt.StatusCode)
            .Should().Equal(null, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        response.Attempts.Select(attempt => attempt.Outcome).Should().Equal(SendOutcome.NotSent, SendOutcome.NotSent, SendOutcome.NotSent, null);
        response.Attempts.Select(attempt => attempt.Progress)
            .Should().Equal(SendProgress.NeverStarted, SendProgress.Answered, SendProgress.Answered, SendProgress.Answered);
    }

    [Fact]
    public async Task SendAsync_UnknownThenAccepted_MayBeADuplicate()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(500).Accepts();

        (await client.SendAsync()).MayBeDuplicate.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_LostThenAccepted_MayBeADuplicate()
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = AtLeastOnce);
        client.Wire.LosesTheAnswer().Accepts();

        var response = await client.SendAsync();

        response.MayBeDuplicate.Should().BeTrue();
        response.Attempts[0].Should().BeEquivalentTo(new { Progress = SendProgress.BodyStarted, Failure = SendFailure.Connection, Outcome = SendOutcome.Unknown });
    }

    [Fact]
    public async Task SendAsync_UnknownThenRejected_StaysUnknown()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(500).Answers(400, """{"error":"No","code":"invalid_phone"}""");

        var exception = await client.FailAsync<TracklyInvalidRequestException>();

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("may be queued");
        exception.Attempts.Select(attempt => attempt.Outcome).Should().Equal(SendOutcome.Unknown, SendOutcome.Rejected);
    }

    [Fact]
    public async Task SendAsync_UnknownThenNotSent_StaysUnknown()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(500).RefusesTheConnection();

        var exception = await client.FailAsync<TracklyConnectionException>();

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("may be queued");
    }

    [Fact]
    public async Task SendAsync_NotSentThenRejected_IsRejected()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(429).Answers(401);

        (await client.FailAsync<TracklyAuthenticationException>()).Outcome.Should().Be(SendOutcome.Rejected);
    }

    [Fact]
    public async Task SendAsync_KeyIsRotatedBetweenAttempts_TheNextAttemptCarriesTheNewOne()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(429, retryAfter: "5").Accepts();
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Settings.Current = new SendSettings(Some.Options(options => options.ApiKey = "trk_rotated"), client.Clock);
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(request => request.Key).Should().Equal(Some.Key, "trk_rotated");
    }

    [Fact]
    public async Task SendAsync_CallerChangesMetadataBetweenAttempts_SendsTheSameBodyAgain()
    {
        using var client = new ClientUnderTest();
        client.Wire.Answers(429, retryAfter: "5").Accepts();
        var metadata = new JsonObject { ["order_id"] = "A-1042" };
        var call = client.StartAsync(Some.Request() with { Metadata = metadata }, TestContext.Current.CancellationToken);

        metadata["order_id"] = "changed";
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(request => request.Body).Should().HaveCount(2).And.OnlyContain(body => body!.Contains("A-1042"));
    }

    private static void Script(StubHandler wire, string what)
    {
        if (Wires.TryGetValue(what, out var script))
            script(wire);
        else
            wire.Answers(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture));
    }
}
