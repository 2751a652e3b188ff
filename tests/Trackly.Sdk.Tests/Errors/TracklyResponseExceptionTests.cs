using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>An unreadable 2xx response: the message is most likely queued, so the send is never retried.</summary>
public sealed class TracklyResponseExceptionTests
{
    private const string NotTheObject = "it is not the JSON object that Trackly documents";
    private const string NoId = "it has no message id";

    [Theory]
    [InlineData("", NotTheObject)]
    [InlineData("   ", NotTheObject)]
    [InlineData("OK", NotTheObject)]
    [InlineData("<html>Welcome to the captive portal</html>", NotTheObject)]
    [InlineData("[]", NotTheObject)]
    [InlineData("null", NotTheObject)]
    [InlineData("true", NotTheObject)]
    [InlineData("""{"success":true,"message_id":"a1b2""", NotTheObject)]
    [InlineData("""{"success":"true","message_id":"a1b2c3d4"}""", NotTheObject)]
    [InlineData("""{"success":true,"message_id":{"id":"a1b2c3d4"}}""", NotTheObject)]
    [InlineData("""{"success":true,"message_id":"a1b2c3d4","status":1}""", NotTheObject)]
    [InlineData("""{"success":true,"message_id":"a1b2c3d4","message_id":"e5f6a7b8"}""", NotTheObject)]
    [InlineData("""{"success":true,"message_id":"\ud800"}""", NotTheObject)]
    [InlineData("""{"success":true,"message_id":"a1b2c3d4"} trailing""", NotTheObject)]
    [InlineData("{}", NoId)]
    [InlineData("""{"success":true}""", NoId)]
    [InlineData("""{"success":true,"message_id":null}""", NoId)]
    [InlineData("""{"success":true,"message_id":""}""", NoId)]
    [InlineData("""{"success":true,"message_id":" \u200b"}""", NoId)]
    [InlineData("""{"success":true,"MessageId":"a1b2c3d4"}""", NoId)]
    public async Task SendAsync_SuccessThatCannotBeRead_IsUnknownAndSaysWhy(string body, string why)
    {
        var exception = await GetExceptionAsync(200, () => new StringContent(body));

        exception.StatusCode.Should().Be(HttpStatusCode.OK);
        exception.ResponseBody.Should().Be(body.Length == 0 ? null : body);
        exception.Message.Should().StartWith($"The response, 200, cannot be read: {why}.").And.Contain("most likely queued");
    }

    [Fact]
    public async Task SendAsync_NoContent_CannotBeRead() =>
        (await GetExceptionAsync(204, () => new ByteArrayContent([]))).StatusCode.Should().Be(HttpStatusCode.NoContent);

    [Fact]
    public async Task SendAsync_InvalidUtf8_CannotBeRead() =>
        (await GetExceptionAsync(200, () => new ByteArrayContent([.. "{\"message_id\":\""u8, 0xFF, .. "\"}"u8]))).Message.Should().Contain(NotTheObject);

    [Fact]
    public async Task SendAsync_NestedDeeply_CannotBeRead() =>
        (await GetExceptionAsync(200, () => new StringContent($$"""{"message_id":"a1b2c3d4","x":{{new string('[', 50_000)}}"""))).Message.Should().Contain(NotTheObject);

    [Fact]
    public async Task SendAsync_BodyBreaksOff_WasCutShort()
    {
        var reset = new IOException("reset");

        var exception = await GetExceptionAsync(200, () => new EndlessContent(Some.QueuedJson, Some.QueuedJson.Length, reset));

        exception.Message.Should().Contain("it was cut short");
        exception.InnerException.Should().Be(reset);
        exception.ResponseBody.Should().Be(Some.QueuedJson, "a person may find the id in it");
    }

    [Fact]
    public async Task SendAsync_BodyStalls_DidNotArriveInTime()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => new StreamContent(new StalledStream()));
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Clock.Advance(TimeSpan.FromSeconds(15));

        var exception = (await call.Awaiting(started => started).Should().ThrowExactlyAsync<TracklyResponseException>()).Which;
        exception.Message.Should().Contain("it did not arrive whole in time");
        exception.Attempts.Should().ContainSingle().Which.Duration.Should().Be(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task SendAsync_BodyThatIgnoresTheTimeout_DidNotArriveInTime()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => new StreamContent(new StuckStream()));
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Clock.Advance(TimeSpan.FromSeconds(15));

        var exception = (await call.Awaiting(started => started).Should().ThrowExactlyAsync<TracklyResponseException>()).Which;
        exception.Message.Should().Contain("it did not arrive whole in time");
        exception.InnerException.Should().BeOfType<EndOfStreamException>();
    }

    [Fact]
    public async Task SendAsync_BodyMeetsTheTimeoutOfAHandler_DidNotArriveInTime() =>
        (await GetExceptionAsync(200, () => new EndlessContent(Some.QueuedJson, Some.QueuedJson.Length, new TaskCanceledException())))
            .Message.Should().Contain("it did not arrive whole in time");

    [Fact]
    public async Task SendAsync_StatusThatHttpDoesNotKnow_CannotBeRead() =>
        (await GetExceptionAsync(999, () => new StringContent(Some.QueuedJson))).Message.Should().Contain("the status code is not a valid HTTP status");

    private static async Task<TracklyResponseException> GetExceptionAsync(int status, Func<HttpContent> content)
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        client.Wire.Responds(status, content);

        var exception = await client.FailAsync<TracklyResponseException>();

        client.Wire.Requests.Should().ContainSingle("what may be queued is never tried again");
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        var attempt = exception.Attempts.Should().ContainSingle().Which;
        attempt.Failure.Should().Be(SendFailure.Unreadable);
        attempt.Outcome.Should().Be(SendOutcome.Unknown);
        attempt.Progress.Should().Be(AttemptProgress.Answered);
        return exception;
    }

    /// <summary>The head arrived, the body never does.</summary>
    private sealed class StalledStream : MemoryStream
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }

#if NET
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(ReadAsync([], 0, 0, cancellationToken));
#endif
    }

    /// <summary>The head arrived, the body never does, whatever the token says.</summary>
    private sealed class StuckStream : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => new TaskCompletionSource<int>().Task;

#if NET
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(ReadAsync([], 0, 0, cancellationToken));
#endif
    }
}
