using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The requests that the emulator accepts, and its responses.</summary>
public sealed class TracklyEmulatorSendTests : EmulatorTest
{
    private const string Smallest = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));

    private protected override TracklyEmulatorOptions Options => new() { ApiKey = "trk_your_api_key_here", TimeProvider = _clock };

    [Fact]
    public async Task Send_TheDocumentedCurlExample_IsQueuedAndAnsweredAsDocumented()
    {
        // The -d argument of the example, letter by letter.
        const string Data = """
            {
                "to": "+14155551234",
                "list_number": "+18005551000",
                "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
                "wrap_links": true
              }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Headers.Add("X-Api-Key", "trk_your_api_key_here");
        request.Content = new StringContent(Data, Encoding.UTF8, "application/json");

        var response = await Caller.SendAsync(request);

        response.Status.Should().Be(HttpStatusCode.OK);
        response.MediaType.Should().Be("application/json");
        var message = Emulator.Messages.Should().ContainSingle().Subject;
        response.Text.Should().Be($$"""{"success":true,"message_id":"{{message.MessageId}}","status":"queued"}""");
        message.MessageId.Should().MatchRegex("^[0-9A-Za-z]{8}$");
        message.To.Should().Be("+14155551234");
        message.ListNumber.Should().Be("+18005551000");
        message.Body.Should().Be("Hello! Your order is confirmed. Ref: {{messageId}}");
        message.WrapLinks.Should().BeTrue();
        message.ContactData.Should().BeNull();
        message.Metadata.Should().BeNull();
        message.ReceivedAt.Should().Be(_clock.GetUtcNow());
        message.RawJson.Should().Be(Data);
    }

    [Fact]
    public async Task Send_EveryOptionalField_IsKeptAsItWasSaid()
    {
        await Caller.SendAsync("""
            {
              "to": "+14155551234", "list_number": "+18005551000", "body": "Grüße, {{first_name}} 👋", "wrap_links": false,
              "contact_data": {"first_name": "Zoë", "last_name": "Ng", "timezone": "Europe/Berlin", "custom_fields": {"tier": 3}},
              "metadata": {"order_id": "A-1042", "lines": [1, null]}
            }
            """);

        var message = Emulator.Messages.Should().ContainSingle().Subject;
        message.Body.Should().Be("Grüße, {{first_name}} 👋");
        message.WrapLinks.Should().BeFalse();
        message.ContactData!.Value.GetProperty("first_name").GetString().Should().Be("Zoë");
        message.ContactData!.Value.GetProperty("custom_fields").GetProperty("tier").GetInt32().Should().Be(3);
        message.Metadata!.Value.GetRawText().Should().Be("""{"order_id": "A-1042", "lines": [1, null]}""");
    }

    [Fact]
    public async Task Send_NullOptionalFieldsAndUnknownOnes_AreAccepted()
    {
        var response = await Caller.SendAsync("""
            {"to":"+14155551234","list_number":"+18005551000","body":"Hi","wrap_links":null,"metadata":null,
             "contact_data":{"first_name":null,"custom_fields":null},"color":"blue"}
            """);

        response.Status.Should().Be(HttpStatusCode.OK);
        var message = Emulator.Messages.Should().ContainSingle().Subject;
        message.WrapLinks.Should().BeNull();
        message.Metadata.Should().BeNull();
        message.RawJson.Should().Contain("\"color\":\"blue\"");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task Send_AnySpellingOfTheContentType_IsAccepted(string contentType) =>
        (await Caller.SendAsync(Smallest, contentType: contentType)).Status.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("+12")]
    [InlineData("+123456789012345")]
    public async Task Send_TheShortestAndTheLongestNumber_AreAccepted(string to)
    {
        await Caller.SendAsync(Smallest.Replace("+14155551234", to, StringComparison.Ordinal));

        Emulator.Messages.Should().ContainSingle().Which.To.Should().Be(to);
    }

    [Fact]
    public async Task Send_AByteOrderMark_IsSkipped()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Smallest)];

        (await Caller.SendAsync(body)).Status.Should().Be(HttpStatusCode.OK);

        Emulator.Messages.Should().ContainSingle().Which.RawJson.Should().Be(Smallest);
    }

    [Theory]
    [InlineData(70)]
    [InlineData(510)]
    public async Task Send_MetadataThatIsNestedDeep_IsKeptAndShown(int depth)
    {
        var metadata = string.Concat(Enumerable.Repeat("""{"x":""", depth)) + "1" + new string('}', depth);

        (await Caller.SendAsync(Smallest[..^1] + ",\"metadata\":" + metadata + "}")).Status.Should().Be(HttpStatusCode.OK);

        Emulator.Messages.Should().ContainSingle().Which.Metadata!.Value.GetRawText().Should().Be(metadata);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(Emulator.InboxAddress, "_emulator/messages"), TestContext.Current.CancellationToken)).Should().Contain($"\"metadata\":{metadata}");
    }

    [Fact]
    public async Task Send_HttpVersion2WithPriorKnowledge_IsAccepted()
    {
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        for (var number = 1; number <= 2; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.Add("X-Api-Key", Emulator.ApiKey);
            request.Content = new StringContent(Smallest, Encoding.UTF8, "application/json");

            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

            response.StatusCode.Should().Be(HttpStatusCode.OK);
            response.Version.Should().Be(HttpVersion.Version20);
            Emulator.Messages.Should().HaveCount(number);
        }

        (await Caller.SendAsync(Smallest)).Status.Should().Be(HttpStatusCode.OK, "HTTP/1.1 still works on the same port");
    }

    [Fact]
    public async Task Send_FiveMegabytes_AreStillAccepted()
    {
        var response = await Caller.SendAsync(Smallest.PadRight(5 * 1024 * 1024));

        response.Status.Should().Be(HttpStatusCode.OK);
    }
}
