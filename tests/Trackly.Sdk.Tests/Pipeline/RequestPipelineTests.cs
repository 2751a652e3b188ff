using Trackly.Sdk.Pipeline.Settings;
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
}
