using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/webhooks</c> and <c>/_emulator/replies</c>.</summary>
public sealed class ControlApiWebhooksTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task Webhook_HasEveryMember_AndItsAttempts()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.RespondWith(HttpStatusCode.BadGateway, "down");
        Emulator.Account.Delivery.WebhookAddress = receiver.Address;
        await QueueAsync("Hi");
        (await CallAsync("GET", "/_emulator/webhooks")).Text.Should().Be(
            """{"webhooks":[{"id":1,"account":"default","event":"delivery","message_id":"Na1T6x7o","phone_number":"+14155551234","list_number":"+18005551000","""
            + """ "created_at":"2026-03-01T12:00:00.000Z","state":"scheduled","next_attempt_at":"2026-03-01T12:00:01.000Z","json":null,"attempt_count":0,"attempts":[]}]}""".TrimStart());

        var sent = await CallAsync("POST", "/_emulator/webhooks/1/send");

        sent.Status.Should().Be(HttpStatusCode.OK);
        sent.Json.GetProperty("attempts").ToString().Should().Be(
            """[{"started_at":"2026-03-01T12:00:00.000Z","duration_ms":0,"status":502,"response":"down","error":null}]""");
        sent.Json.GetProperty("next_attempt_at").GetString().Should().Be("2026-03-01T12:01:00.000Z");
        (await CallAsync("GET", "/_emulator/webhooks/1")).Text.Should().Be(sent.Text);
        sent.Text.Should().NotContain("secret");
    }

    [Theory]
    [InlineData("GET", "/_emulator/webhooks/2")]
    [InlineData("GET", "/_emulator/webhooks/one")]
    [InlineData("POST", "/_emulator/webhooks/2/send")]
    public async Task AWebhookThatIsNotKept_Is404(string method, string path) =>
        (await CallAsync(method, path)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Webhooks_AreSelectedByParameters()
    {
        await QueueAsync("Hi");
        await QueueAsync("Hi", "+14155550000");
        Emulator.Reply("+14155551234", "STOP");
        await Emulator.Webhooks.SendNowAsync(3, TestContext.Current.CancellationToken);

        (await IdsAsync("?event=delivery")).Should().Equal(2, 1);
        (await IdsAsync("?state=not_configured")).Should().Equal(3);
        (await IdsAsync("?phone_number=%2B14155551234&after=1")).Should().Equal(3);
        (await IdsAsync("?message_id=Na1T6x7o")).Should().Equal(1);
        (await IdsAsync("?limit=1")).Should().Equal(3);
        (await CallAsync("GET", "/_emulator/webhooks?state=done")).Error.Should().Be("state must be one of scheduled, sending, accepted, failed, not_configured.");
    }

    [Fact]
    public async Task Reply_IsReceived_AndListed()
    {
        var reply = await CallAsync("POST", "/_emulator/replies", """{"phone_number":"+14155551234","text":"Hello?","list_number":"+18005551000"}""");

        reply.Status.Should().Be(HttpStatusCode.Created);
        reply.Text.Should().Be(
            """{"sequence":1,"received_at":"2026-03-01T12:00:00.000Z","account":"default","phone_number":"+14155551234","list_number":"+18005551000","text":"Hello?","""
            + """ "opts_out":false,"opts_in":false,"webhook_id":1}""".TrimStart());
        (await CallAsync("GET", "/_emulator/replies?phone_number=%2B14155551234")).Text.Should().Be($$"""{"replies":[{{reply.Text}}]}""");
        (await CallAsync("GET", "/_emulator/replies?phone_number=%2B1")).Text.Should().Be("""{"replies":[]}""");
    }

    [Theory]
    [InlineData("no JSON", "The request body is not valid JSON.")]
    [InlineData("[]", "The request body must be a JSON object.")]
    [InlineData("""{"to":"+14155551234"}""", "to is not a member of a reply: use phone_number, text, list_number.")]
    [InlineData("""{"phone_number":1}""", "phone_number must be a string or null.")]
    [InlineData("""{"phone_number":"+14155551234"}""", "text must have 1 to 1600 characters, and not only white space.")]
    public async Task AnInvalidReply_SaysWhatIsWrong(string json, string error)
    {
        var response = await CallAsync("POST", "/_emulator/replies", json);

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, error));
        Emulator.Replies.Should().BeEmpty();
    }

    private async Task<IEnumerable<int>> IdsAsync(string query) =>
        (await CallAsync("GET", "/_emulator/webhooks" + query)).Json.GetProperty("webhooks").EnumerateArray()
            .Select(webhook => webhook.GetProperty("id").GetInt32());
}
