using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using RichardSzalay.MockHttp;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The request on the wire, compared with the curl example of Trackly's documentation.</summary>
public sealed class SendRequestWireTests
{
    private const string Address = "https://app.tracklysms.com/api/v2/send";

    private const string ContractJson = """
        {
            "to": "+14155551234",
            "list_number": "+18005551000",
            "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
            "wrap_links": true
        }
        """;

    [Fact]
    public async Task SendAsync_TheContractsExample_IsTheContractsCurlCommand()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Fallback.Throw(new InvalidOperationException("Not the request of the contract."));
        mock.Expect(HttpMethod.Post, Address)
            .WithHeaders("X-Api-Key", "trk_your_api_key_here")
            .With(request => request.Content!.Headers.ContentType!.ToString() == "application/json")
            .With(request => JsonNode.DeepEquals(JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()), JsonNode.Parse(ContractJson)))
            .Respond("application/json", Some.QueuedJson);

        var response = await SendAsync(mock, Some.Request() with { WrapLinks = true });

        response.MessageId.Should().Be("a1b2c3d4");
        mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task SendAsync_AnyMessage_CarriesTheHeadersThatMatterAndNoOthers()
    {
        var sent = await CaptureAsync(Some.Request());

        sent.Headers.Keys.Should().BeEquivalentTo("X-Api-Key", "Accept", "User-Agent", "Content-Type", "Content-Length");
        sent.Headers["Accept"].Should().Be("application/json");
        sent.Headers["Content-Type"].Should().Be("application/json");
    }

    [Fact]
    public async Task SendAsync_AnyMessage_NamesSdkAndRuntimeInTheUserAgent()
    {
        var sent = await CaptureAsync(Some.Request());

        sent.Headers["User-Agent"].Should().MatchRegex(@"^Trackly\.Sdk/\d+\.\d+\.\d+\S* \(.+\)$").And.Contain(RuntimeInformation.FrameworkDescription.Split('(')[0]);
    }

    [Theory]
    [InlineData("https://app.tracklysms.com/api/", Address)]
    [InlineData("https://app.tracklysms.com/api", Address)]
    [InlineData("https://api.tracklysms.com/api", "https://api.tracklysms.com/api/v2/send")]
    [InlineData("http://localhost:8080", "http://localhost:8080/v2/send")]
    [InlineData("https://gateway.example/trackly%20sms/api", "https://gateway.example/trackly%20sms/api/v2/send")]
    public async Task SendAsync_BaseAddressWithOrWithoutSlash_ReachesTheSameAddress(string baseAddress, string expected)
    {
        var sent = await CaptureAsync(Some.Request(), options => options.BaseAddress = new Uri(baseAddress));

        sent.Address.AbsoluteUri.Should().Be(expected);
    }

    [Fact]
    public async Task SendAsync_CallersHttpClientHasABaseAddress_IsNotUsed()
    {
        using var wire = new StubHandler().Accepts();
        using var httpClient = new HttpClient(wire) { BaseAddress = new Uri("https://elsewhere.example/") };
        using var client = new TracklyClient(httpClient, Some.Options());

        await client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        wire.Requests.Should().ContainSingle().Which.Address.Should().Be(Address);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task SendAsync_Any2xx_IsASuccess(HttpStatusCode status)
    {
        using var mock = new MockHttpMessageHandler();
        mock.Fallback.Throw(new InvalidOperationException("Another request."));
        mock.When(HttpMethod.Post, Address).Respond(status, "application/json", Some.QueuedJson);

        var response = await SendAsync(mock, Some.Request());

        response.Attempts.Should().ContainSingle().Which.StatusCode.Should().Be(status);
    }

    private static async Task<SendResponse> SendAsync(MockHttpMessageHandler mock, SendRequest request)
    {
        using var httpClient = mock.ToHttpClient();
        using var client = new TracklyClient(httpClient, Some.Options(options => options.Retry.MaxRetryAttempts = 0));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<SentRequest> CaptureAsync(SendRequest request, Action<TracklyClientOptions>? configure = null)
    {
        using var client = new ClientUnderTest(configure);
        client.Wire.Accepts();
        await client.SendAsync(request);
        return client.Wire.Requests.Should().ContainSingle().Which;
    }
}
