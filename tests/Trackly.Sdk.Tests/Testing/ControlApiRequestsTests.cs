using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/requests</c>: every request is there, whatever it got.</summary>
public sealed class ControlApiRequestsTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task SevenRequests_RefusedOrFaulty_AreAllThere()
    {
        await SendSevenAsync();

        var list = (await CallAsync("GET", "/_emulator/requests")).Json;

        list.GetProperty("requests").EnumerateArray().Select(Describe)
            .Should().Equal($"200   {Emulator.Messages[2].MessageId}", "200   9I4m0AEA", "401 invalid_api_key", "400 list_not_found", "503  status", "503  status", "200   Na1T6x7o");
        (list.GetProperty("received").GetInt32(), list.GetProperty("refused").GetInt32()).Should().Be((7, 4));
        Emulator.Requests.Should().HaveCount(7).And.BeInAscendingOrder(request => request.Sequence);
    }

    [Fact]
    public async Task ARefusedRequest_SaysWhatItWas_AndNeverTheKey()
    {
        using var http = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        http.Headers.Add("X-Api-Key", Emulator.ApiKey);
        http.Headers.UserAgent.ParseAdd("canary-agent/1.0");
        http.Content = new StringContent("""{"to":"00","list_number":"+18005551000","body":"Hi"}""", System.Text.Encoding.UTF8, "application/json");
        await Caller.SendAsync(http);

        var text = (await CallAsync("GET", "/_emulator/requests")).Text;

        text.Should().Be(
            """{"requests":[{"sequence":1,"received_at":"2026-03-01T12:00:00.000Z","method":"POST","path":"/api/v2/send","user_agent":"canary-agent/1.0","account":"default","""
            + """ "to":"00","list_number":"+18005551000","body":"Hi","status":400,"code":"invalid_phone","error":""".TrimStart()
            + $"{JsonSerializer.Serialize(Emulator.Requests[0].Error)}" + ""","fault":null,"message_id":null,"queued_count":0,"is_refused":true}],"received":1,"refused":1}""");
    }

    [Fact]
    public async Task ARequestWithAWrongKey_HasNoNumber_BecauseItsBodyIsNotRead()
    {
        (await Caller.SendMessageAsync(key: "trk_wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);

        Emulator.Requests.Should().ContainSingle().Which.Should().Match<EmulatedExchange>(static exchange => exchange.To == null && exchange.Body == null && exchange.Account == null);
        (await CallAsync("GET", "/_emulator/conversations")).Text.Should().Be("""{"conversations":[],"total":0}""");
    }

    [Theory]
    [InlineData("/api/v2/sendd", 404)]
    [InlineData("/api//v2/send", 404)]
    public async Task AWrongPath_IsThereToo(string path, int status)
    {
        await CallAsync("POST", path, "{}");

        Emulator.Requests.Should().ContainSingle().Which.Should().Match<EmulatedExchange>(
            exchange => exchange.Path == path && exchange.Status == status);
    }

    [Theory]
    [InlineData("?queued=false", "5 4 3 2")]
    [InlineData("?queued=true&limit=2", "7 6")]
    [InlineData("?to=%2B14155551234&after=5", "7 6")]
    [InlineData("?account=default&before=3", "2 1")]
    public async Task Parameters_Select(string query, string expected)
    {
        await SendSevenAsync();

        var list = (await CallAsync("GET", "/_emulator/requests" + query)).Json.GetProperty("requests");

        list.EnumerateArray().Select(request => request.GetProperty("sequence").GetInt32()).Should().Equal(expected.Split(' ').Select(int.Parse));
    }

    [Fact]
    public async Task AtMostAThousand_AreKept_AndWhatIsLongIsCut()
    {
        for (var number = 0; number < 1_001; number++)
            await Caller.SendMessageAsync(new string('x', number == 1_000 ? 10_000 : 1));

        Emulator.Requests.Should().HaveCount(1_000);
        Emulator.Requests[0].Sequence.Should().Be(2);
        Emulator.Requests[^1].Body.Should().Be(new string('x', 4_096) + "…");
        (await CallAsync("DELETE", "/_emulator/requests")).Status.Should().Be(HttpStatusCode.NoContent);
        Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Events_HaveEachRequestStatusReplyAndWebhook()
    {
        using var events = new EventReader(await SendAsync("GET", "/_emulator/events"));
        await events.NextAsync();

        await Caller.SendMessageAsync();
        await Caller.SendMessageAsync(key: "trk_wrong");
        await Emulator.Webhooks.SendNowAsync(1, TestContext.Current.CancellationToken);
        Emulator.Reply("+14155551234", "STOP");

        var seen = new Dictionary<string, JsonElement>();
        while (seen.Count < 5)
        {
            var block = await events.NextAsync();
            seen[block[0]["event: ".Length..]] = JsonDocument.Parse(block[^1]["data: ".Length..]).RootElement;
        }

        seen.Keys.Should().BeEquivalentTo("message", "request", "webhook", "status", "reply");
        seen["request"].GetProperty("code").GetString().Should().Be("invalid_api_key");
        seen["status"].GetProperty("status").GetString().Should().Be("delivered");
        seen["reply"].GetProperty("opts_out").GetBoolean().Should().BeTrue();
    }

    private static string Describe(JsonElement request) =>
        $"{request.GetProperty("status")} {request.GetProperty("code")} {request.GetProperty("fault")} {request.GetProperty("message_id")}".TrimEnd();

    private async Task SendSevenAsync()
    {
        Emulator.ForNext().Accepts();
        Emulator.ForNext(2).RespondsWith(HttpStatusCode.ServiceUnavailable);
        await Caller.SendMessageAsync();
        await Caller.SendMessageAsync();
        await Caller.SendMessageAsync();
        await Caller.SendMessageAsync(list: "+18005559999");
        await Caller.SendMessageAsync(key: "trk_wrong");
        await Caller.SendMessageAsync();
        await Caller.SendMessageAsync();
    }
}
