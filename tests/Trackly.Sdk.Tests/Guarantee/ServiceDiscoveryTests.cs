using FaultLab;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>With Microsoft.Extensions.ServiceDiscovery the key goes to the address that it resolved, and to no other.</summary>
public sealed class ServiceDiscoveryTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https+http://sms/api", "https", "https://localhost:5001", "https://localhost:5001/api/v2/send")]
    [InlineData("https+http://sms/api", "http", "http://localhost:5000", "http://localhost:5000/api/v2/send")]
    [InlineData("https+http://sms", "http", "http://sms.dev.localhost:5000/api", "http://sms.dev.localhost:5000/api/v2/send")]
    [InlineData("http+https://localhost/api", "https", "https://sms.test", "https://sms.test/api/v2/send")]
    [InlineData("https://_private.sms/api", "private", "10.0.0.7:8443", "https://10.0.0.7:8443/api/v2/send")]
    [InlineData("https://sms/api", "https", "https://10.0.0.7:8443", "https://10.0.0.7:8443/api/v2/send")]
    [InlineData("https://sms.test/api", "http", "http://localhost:5000", "https://sms.test/api/v2/send")]
    public async Task Key_GoesToTheResolvedAddress(string baseAddress, string endpoint, string value, string expected)
    {
        var wire = new RecordingHandler();
        await using var provider = CreateProvider(baseAddress, endpoint, value, http => http.ConfigurePrimaryHttpMessageHandler(() => wire));

        await provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        wire.Calls.Should().Equal((new Uri(expected), Some.Key));
    }

    [Theory]
    [InlineData("https+http://sms/api", false)]
    [InlineData("http+https://sms/api", true)]
    [InlineData("http://sms/api", true)]
    public async Task PlainHttpBeyondThisMachine_NeedsPermission(string baseAddress, bool isPermitted)
    {
        var wire = new RecordingHandler();
        await using var provider = CreateProvider(
            baseAddress, "http", "http://10.0.0.7:8080", http => http.ConfigurePrimaryHttpMessageHandler(() => wire), static options => options.AllowInsecureHttp = true);

        var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        if (isPermitted)
            await send.Should().NotThrowAsync();
        else
            (await send.Should().ThrowAsync<TracklyConnectionException>()).Which.Message.Should().Contain("resolved BaseAddress to plain http beyond this machine");
        wire.Calls.Should().HaveCount(isPermitted ? 1 : 0);
    }

    [Theory]
    [InlineData("https://sms/", "http://localhost:5000/", "*'http' instead of https.")]
    [InlineData("https+http://sms/", "ftp://localhost/", "*'ftp' instead of https.")]
    [InlineData("http://localhost/", "http://10.0.0.7/", "*plain http beyond this machine*")]
    [InlineData("http+https://localhost/", "http://10.0.0.7/", "*plain http beyond this machine*")]
    [InlineData("https+http://sms/", "http://localhost.example/", "*plain http beyond this machine*Use https, or write http+https:// and set AllowInsecureHttp to true if you mean it.")]
    public void ResolvedAddress_ThatWouldShowTheKey_IsAProblem(string name, string resolved, string problem) =>
        ServiceName.FindProblem(new Uri(name), new Uri(resolved)).Should().Match(problem);

    [Fact]
    public async Task TheDefaultsOfAnAspireApplication_SendOnce_AlsoWhenTheResponseIsLost()
    {
        await using var server = FaultServer.Start(ConnectionFaults.ResetAfterBody);
        await using var provider = CreateProvider("https+http://sms/api", "http", Origin(server), static http => http.AddStandardResilienceHandler());

        var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        (await send.Should().ThrowAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        server.Log.Received.Should().HaveCount(1);
    }

    [Fact]
    public async Task HandlerThatChangesTheAddress_AroundServiceDiscovery_IsRefused()
    {
        await using var other = FaultServer.Start();
        await using var server = FaultServer.Start();
        foreach (var isOutside in new[] { true, false })
        {
            DelegatingHandler Create() => new Elsewhere(new Uri(other.BaseAddress, "v2/send"));
            await using var provider = CreateProvider(
                "https+http://sms/api", "http", Origin(server), http => _ = isOutside ? http.AddHttpMessageHandler(Create) : http, behind: isOutside ? null : Create);

            var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

            var failure = (await send.Should().ThrowAsync<TracklyConnectionException>()).Which;
            failure.Outcome.Should().Be(SendOutcome.NotSent);
            failure.Message.Should().StartWith("A handler changed the address");
        }

        (other.Log.Connections + server.Log.Connections).Should().Be(0);
    }

    [Fact]
    public async Task HandlerThatRestoresTheServiceName_BehindServiceDiscovery_IsRefused()
    {
        var wire = new RecordingHandler();
        await using var provider = CreateProvider("https+http://sms/api", "https", "https://localhost:5001", http => http.ConfigurePrimaryHttpMessageHandler(() => wire),
            behind: static () => new Elsewhere(new Uri("https+http://sms/api/v2/send")));

        var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Canceled);

        var failure = (await send.Should().ThrowAsync<TracklyConnectionException>()).Which;
        failure.Outcome.Should().Be(SendOutcome.NotSent);
        failure.Message.Should().StartWith("BaseAddress names a service (https+http://), but no handler of the HTTP client resolves it.");
        wire.Calls.Should().BeEmpty();
    }

    [Fact]
    public void NameWithoutServiceDiscovery_IsRefusedWhenTheClientIsMade()
    {
        var services = new ServiceCollection();
        services.AddTrackly(static options => (options.ApiKey, options.BaseAddress) = (Some.Key, new Uri("https+http://sms/api")));
        using var provider = services.BuildServiceProvider();

        provider.Invoking(static provider => provider.GetRequiredService<ITracklyClient>()).Should().Throw<InvalidOperationException>()
            .WithMessage("*AddServiceDiscovery()*services:NAME:https:0*");
    }

    [Theory]
    [InlineData("https+http://sms/api")]
    [InlineData("http+https://localhost/api")]
    public void NameForAClientWithoutAContainer_IsRefused_WithWhatToWrite(string baseAddress)
    {
        var options = new TracklyClientOptions { ApiKey = Some.Key, BaseAddress = new Uri(baseAddress) };

        ((Action)(() => _ = new TracklyClient(options))).Should().Throw<ArgumentException>().WithMessage("*only a client of AddTrackly*services:*:https:0*");
        ((Action)(() => _ = new TracklyClient(new HttpClient(), options))).Should().Throw<ArgumentException>().WithMessage("*only a client of AddTrackly*");
    }

    /// <summary>Adds service discovery to every client of the host, as the service defaults of Aspire do. The handler behind it is added to this client only.</summary>
    private static ServiceProvider CreateProvider(
        string baseAddress, string endpoint, string value, Action<IHttpClientBuilder> configure, Action<TracklyClientOptions>? change = null, Func<DelegatingHandler>? behind = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"services:sms:{endpoint}:0", value), new($"services:localhost:{endpoint}:0", value)]).Build());
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            configure(http);
            http.AddServiceDiscovery();
        });
        var builder = services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress, options.Retry.MaxRetryAttempts) = (Some.Key, new Uri(baseAddress), 0);
            change?.Invoke(options);
        });
        if (behind is not null)
            builder.AddHttpMessageHandler(behind);
        return services.BuildServiceProvider();
    }

    private static string Origin(FaultServer server) => server.BaseAddress.GetLeftPart(UriPartial.Authority);

    private sealed class Elsewhere(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<(Uri Address, string Key)> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((request.RequestUri!, request.Headers.GetValues("X-Api-Key").Single()));
            return Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StringContent("""{"success":true,"message_id":"aB3dE5fG","status":"queued"}""") });
        }
    }
}
