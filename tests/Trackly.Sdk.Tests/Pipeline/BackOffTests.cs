using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The delays between attempts, on a clock that the test advances.</summary>
public sealed class BackOffTests
{
    private const int Calls = 100;

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, "Sun, 01 Mar 2026 12:00:10 GMT", 10)]
    [InlineData(429, "30", 30)]
    [InlineData(503, "7", 7)]
    [InlineData(500, "7", 7)]
    public async Task SendAsync_ServerAsksToWait_WaitsThatLong(int status, string retryAfter, int seconds)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(status, retryAfter: retryAfter).Accepts();
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        client.Wire.Requests.Should().ContainSingle("the wait is not over");
        client.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await call;

        client.Wire.Requests.Should().HaveCount(2);
        (client.Wire.Requests[1].At - client.Wire.Requests[0].At).Should().Be(TimeSpan.FromSeconds(seconds));
        client.WaitsBetweenAttempts.Should().Equal(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("31")]
    [InlineData("86400")]
    [InlineData("99999999999999999999")]
    [InlineData("Mon, 02 Mar 2026 12:00:00 GMT")]
    public async Task SendAsync_ServerAsksForMoreThanMaxDelay_FailsAtOnce(string retryAfter)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: retryAfter).Accepts();

        var exception = await client.FailAsync<TracklyRateLimitException>();

        exception.RetryAfter.Should().BeGreaterThan(TimeSpan.FromSeconds(30));
        exception.Attempts.Should().ContainSingle();
        client.WaitsBetweenAttempts.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_ServerAsksForMoreThanIsLeftOfTimeout_FailsAtOnce()
    {
        using var client = new ClientUnderTest(options => options.Timeout = TimeSpan.FromSeconds(20));
        client.Wire.Responds(429, retryAfter: "11").Responds(429, retryAfter: "12").Accepts();

        var exception = await client.FailAsync<TracklyRateLimitException>();

        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(12));
        exception.Attempts.Should().HaveCount(2);
        client.WaitsBetweenAttempts.Should().Equal(TimeSpan.FromSeconds(11));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("soon")]
    [InlineData(null)]
    public async Task SendAsync_ServerAsksForNoWait_BacksOffAllTheSame(string? retryAfter)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: retryAfter).Accepts();

        await client.SendAsync();

        client.WaitsBetweenAttempts.Should().ContainSingle().Which.Should().BePositive().And.BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task SendAsync_TimePassesAfterTheServerAskedToWait_WaitsForTheRest()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, () => new SlowContent(client.Clock, TimeSpan.FromSeconds(3)), retryAfter: "7").Accepts();

        await client.SendAsync();

        client.WaitsBetweenAttempts.Should().Equal(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task SendAsync_ServerFailsAgainAndAgain_WaitsLongerFromRetryToRetry()
    {
        var baseDelay = TimeSpan.FromMilliseconds(500);

        var waits = await GetWaitsAsync(options => options.Retry.BaseDelay = baseDelay);

        for (var retry = 0; retry < 3; retry++)
            waits.SelectMany(call => call.Skip(retry).Take(1)).Should().OnlyContain(wait => wait >= TimeSpan.Zero && wait <= baseDelay * Math.Pow(2, retry + 1));
        // Jitter blurs neighbours; over so many calls it cannot hide that the third wait is twice the first.
        Average(waits, 2).Should().BeGreaterThan(Average(waits, 0));
    }

    [Fact]
    public async Task SendAsync_ManyClientsFailAtTheSameTime_DoNotComeBackAtTheSameTime() =>
        (await GetWaitsAsync(_ => { })).Select(call => call[0]).Distinct().Should().HaveCountGreaterThan(Calls / 2);

    [Fact]
    public async Task SendAsync_BackOffWouldPassMaxDelay_IsCapped()
    {
        var maxDelay = TimeSpan.FromSeconds(1);

        var waits = await GetWaitsAsync(options => options.Retry.BaseDelay = options.Retry.MaxDelay = maxDelay);

        waits.SelectMany(call => call).Should().OnlyContain(wait => wait <= maxDelay).And.Contain(maxDelay);
    }

    private static double Average(IReadOnlyList<IReadOnlyList<TimeSpan>> waits, int retry) => waits.Average(call => call[retry].TotalMilliseconds);

    private static async Task<IReadOnlyList<IReadOnlyList<TimeSpan>>> GetWaitsAsync(Action<TracklyClientOptions> configure)
    {
        List<IReadOnlyList<TimeSpan>> waits = [];
        for (var i = 0; i < Calls; i++)
        {
            using var client = new ClientUnderTest(configure);
            client.Wire.Responds(500);
            await client.FailAsync<TracklyServerException>();
            waits.Add(client.WaitsBetweenAttempts);
        }

        return waits;
    }

    /// <summary>A body that takes its time to arrive.</summary>
    private sealed class SlowContent(TestClock clock, TimeSpan time) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            clock.Advance(time);
            return stream.WriteAsync(new byte[] { 123, 125 }, 0, 2);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
