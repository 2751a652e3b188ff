using Trackly.Sdk.Tests.Support;
using static Trackly.Sdk.TracklyRetryMode;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The table of the guarantee, counted on the wire: what is retried in each mode, and the final outcome.</summary>
public sealed class RetryTests
{
    private static readonly Dictionary<string, Action<StubHandler>> Wires = new()
    {
        ["connection refused"] = wire => wire.RefusesTheConnection(),
        ["response lost"] = wire => wire.LosesTheResponse(),
        ["200 unreadable"] = wire => wire.Responds(200, "OK"),
        ["200 refused"] = wire => wire.Responds(200, """{"success":false}"""),
        ["503 with Retry-After"] = wire => wire.Responds(503, retryAfter: "2"),
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
    [InlineData("response lost", 1, 1, 4, typeof(TracklyConnectionException), SendOutcome.Unknown)]
    [InlineData("200 unreadable", 1, 1, 1, typeof(TracklyResponseException), SendOutcome.Unknown)]
    [InlineData("200 refused", 1, 1, 1, typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData("400", 1, 1, 1, typeof(TracklyInvalidRequestException), SendOutcome.Rejected)]
    [InlineData("401", 1, 1, 1, typeof(TracklyAuthenticationException), SendOutcome.Rejected)]
    [InlineData("403", 1, 1, 1, typeof(TracklyPermissionException), SendOutcome.Rejected)]
    [InlineData("413", 1, 1, 1, typeof(TracklyPayloadTooLargeException), SendOutcome.Rejected)]
    [InlineData("307", 1, 1, 1, typeof(TracklyApiException), SendOutcome.Rejected)]
    public async Task SendAsync_HappensEveryTime_IsRetriedAsTheModePermits(
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
        client.Wire.Responds(429).Accepts();

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

    private static void Script(StubHandler wire, string what)
    {
        if (Wires.TryGetValue(what, out var script))
            script(wire);
        else
            wire.Responds(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture));
    }
}
