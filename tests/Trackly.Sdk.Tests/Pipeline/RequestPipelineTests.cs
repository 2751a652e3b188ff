using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The contents of each attempt: the current key and the body of the call.</summary>
public sealed class RequestPipelineTests
{
    [Fact]
    public async Task SendAsync_KeyIsRotatedBetweenAttempts_TheNextAttemptCarriesTheNewOne()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Settings = new ClientSettings(Some.Options(options => options.ApiKey = "trk_rotated"), client.Clock, static (_, _) => { });
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(request => request.Key).Should().Equal(Some.Key, "trk_rotated");
    }

    [Fact]
    public async Task SendAsync_AddressChangesWithTheKeyBetweenAttempts_TheCallKeepsBoth()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        client.Settings = new ClientSettings(
            Some.Options(options => (options.ApiKey, options.BaseAddress) = ("trk_other", new Uri("https://other.test/api/"))), client.Clock, static (_, _) => { });
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(request => request.Key).Should().Equal(Some.Key, Some.Key);
    }

    [Fact]
    public async Task SendAsync_CallerChangesMetadataBetweenAttempts_SendsTheSameBodyAgain()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var metadata = new Dictionary<string, object?> { ["order_id"] = "A-1042" };
        var call = client.StartAsync(Some.Request() with { Metadata = metadata }, TestContext.Current.CancellationToken);

        metadata["order_id"] = "changed";
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(request => request.Body).Should().HaveCount(2).And.OnlyContain(body => body!.Contains("A-1042"));
    }

    [Fact]
    public async Task SendAsync_FiveMegabytes_AreSent_AndOneByteMoreIsNot()
    {
        const int Limit = 5 * 1024 * 1024;
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        await client.SendAsync(Some.Request() with { Body = "x" });
        var request = Some.Request() with { Body = new string('x', Limit + 1 - client.Wire.Requests[0].Body!.Length) };

        await client.SendAsync(request);
        var exception = await client.FailAsync<TracklyValidationException>(request with { Body = $"{request.Body}x" });

        client.Wire.Requests[1].Body.Should().HaveLength(Limit);
        exception.Errors.Should().Equal(new TracklyValidationError(
            TracklyErrorCode.PayloadTooLarge, "", "The request has 5,242,881 bytes as JSON, metadata included, and Trackly takes 5 MB (5,242,880 bytes): send less."));
    }

    /// <summary>JSON writers refuse strings of hundreds of megabytes, which would take a test too long.</summary>
    [Fact]
    public async Task SendAsync_ARequestThatNoJsonCanHold_IsTooLarge() =>
        (await FailToWriteAsync(new ArgumentException("The JSON value is too large."))).Should().Be(new TracklyValidationError(
            TracklyErrorCode.PayloadTooLarge, "", "The request is too large to be written as JSON (System.ArgumentException), and Trackly takes 5 MB: send less."));

    /// <summary>What a dictionary throws when another thread changes it while it is read.</summary>
    [Fact]
    public async Task SendAsync_ADictionaryThatChangesDuringTheCall_IsNotTooLarge() =>
        (await FailToWriteAsync(new InvalidOperationException("Collection was modified."))).Should().Be(new TracklyValidationError(
            TracklyErrorCode.InvalidJson, "", "The request cannot be written as JSON, because a dictionary in it was changed during the call: change it before or after."));

    private static async Task<TracklyValidationError> FailToWriteAsync(Exception failure)
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        var settings = new ClientSettings(Some.Options(), TimeProvider.System, static (_, _) => { });
        using var pipeline = new RequestPipeline(new Transmitter(() => httpClient, new HandlerChain()), () => settings, new RequestTelemetry(null, TimeProvider.System));

        var send = () => pipeline.SendAsync(new UnwritableOperation(failure), "", options: null, TestContext.Current.CancellationToken);

        var errors = (await send.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors;
        wire.Requests.Should().BeEmpty();
        return errors.Should().ContainSingle().Subject;
    }

    private sealed class UnwritableOperation(Exception failure) : Operation<string, string>
    {
        public override string Name => "unwritable";

        public override HttpMethod Method => HttpMethod.Post;

        public override string Path => "v2/unwritable";

        public override RepeatSafety RepeatSafety => RepeatSafety.Safe;

        public override OutcomeAdvice Advice => OutcomeAdvice.Message;

        public override void Validate(string request, RequestErrors errors)
        {
            // Every request is valid.
        }

        public override byte[] Serialize(string request) => throw failure;

        public override ParsedResponse Parse(byte[] body) => default;
    }
}
