using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The client without a container: its three constructors, and who disposes what.</summary>
public sealed class TracklyClientTests
{
    [Fact]
    public void New_WithAKey_IsReady() => FluentActions.Invoking(() => new TracklyClient(Some.Key).Dispose()).Should().NotThrow();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("trk_hidden secret")]
    public void New_WithAnInvalidKey_IsAnArgumentExceptionThatDoesNotShowIt(string? key) =>
        FluentActions.Invoking(() => new TracklyClient(key!)).Should().Throw<ArgumentException>()
            .Which.Message.Should().StartWith("ApiKey ").And.NotContain("hidden");

    [Fact]
    public void New_WithInvalidOptions_HasASentenceForEachError()
    {
        var options = new TracklyClientOptions { BaseAddress = new Uri("http://app.tracklysms.com/"), Timeout = Timeout.InfiniteTimeSpan };

        var make = () => new TracklyClient(options);

        make.Should().ThrowExactly<ArgumentException>().WithParameterName("options")
            .Which.Message.Should().ContainAll("ApiKey is missing.", "BaseAddress is plain http", "Timeout is -00:00:00.0010000.");
    }

    [Fact]
    public void New_InvalidOptionsWithACallersHttpClient_Fail()
    {
        using var httpClient = new HttpClient();

        var make = () => new TracklyClient(httpClient, new TracklyClientOptions());

        make.Should().ThrowExactly<ArgumentException>().WithMessage("ApiKey is missing.*");
    }

    [Fact]
    public void New_WithoutAnArgument_NamesIt()
    {
        using var httpClient = new HttpClient();
        FluentActions.Invoking(() => new TracklyClient((TracklyClientOptions)null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");
        FluentActions.Invoking(() => new TracklyClient(null!, Some.Options())).Should().Throw<ArgumentNullException>().WithParameterName("httpClient");
        FluentActions.Invoking(() => new TracklyClient(httpClient, null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");
    }

    [Theory]
    [InlineData("trk_your_api_key_here\n")]
    [InlineData(" \ttrk_your_api_key_here \r\n")]
    public async Task SendAsync_KeyCameWithWhiteSpaceAtItsEnds_TravelsWithout(string key)
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options(options => options.ApiKey = key));

        await client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        wire.Requests.Should().ContainSingle().Which.Key.Should().Be("trk_your_api_key_here");
    }

    [Fact]
    public async Task SendAsync_OptionsChangeAfterwards_DoesNotSeeIt()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        var options = Some.Options();
        using var client = new TracklyClient(httpClient, options);

        options.ApiKey = "trk_later";
        options.BaseAddress = new Uri("https://elsewhere.example/");
        await client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        var sent = wire.Requests.Should().ContainSingle().Which;
        sent.Key.Should().Be(Some.Key);
        sent.Address.Host.Should().Be("app.tracklysms.com");
    }

    [Fact]
    public async Task SendAsync_CallersHttpClientHasHeadersOfItsOwn_SendsOurKeyOnce()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        httpClient.DefaultRequestHeaders.Add("X-Api-Key", "trk_of_the_host");
        httpClient.DefaultRequestHeaders.Add("X-Host", "yes");
        using var client = new TracklyClient(httpClient, Some.Options());

        await client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        var sent = wire.Requests.Should().ContainSingle().Which;
        sent.Key.Should().Be(Some.Key);
        sent.Headers["X-Host"].Should().Be("yes");
    }

    [Fact]
    public async Task SendAsync_AfterDispose_IsRefused()
    {
        var client = new TracklyClient(Some.Key);
        client.Dispose();
        client.Dispose();

        var send = () => client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        (await send.Should().ThrowExactlyAsync<ObjectDisposedException>()).Which.ObjectName.Should().Be(nameof(TracklyClient));
    }

    [Fact]
    public async Task Dispose_OverACallersHttpClient_LeavesItOpen()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire);
        new TracklyClient(httpClient, Some.Options()).Dispose();
        using var second = new TracklyClient(httpClient, Some.Options());

        (await second.SendAsync(Some.Request(), TestContext.Current.CancellationToken)).MessageId.Should().Be("a1b2c3d4");
    }
}
