using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Replies as the phone, and opt-outs.</summary>
public sealed class TracklyEmulatorRepliesTests : EmulatorTest
{
    private readonly TestClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected override TracklyEmulatorOptions Options => new()
    {
        TimeProvider = _clock,
        Accounts = { new EmulatedAccount("europe").AddKey("trk_europe").AddList("+4930123456") },
    };

    [Fact]
    public async Task Reply_IsAReplyEvent_ToTheListOfTheLastMessage()
    {
        await Caller.SendMessageAsync(list: "+18005551000");
        await Caller.SendMessageAsync(list: "+4930123456", key: "trk_europe");

        var reply = Emulator.Reply("+14155551234", "Where is it?");

        reply.Should().Match<EmulatedReply>(it => it.Account == "europe" && it.ListNumber == "+4930123456" && !it.OptsOut && !it.OptsIn);
        Emulator.Replies.Should().Equal(reply);
        var webhook = await Emulator.Webhooks.SendNowAsync(reply.WebhookId, Token);
        webhook.Json.Should().Be(
            """{"event":"reply","phone_number":"+14155551234","list_number":"+4930123456","body":"Where is it?","timestamp":"2026-03-01T12:00:00.000Z"}""");
        TracklyWebhookEvent.Parse(webhook.Json!).Should().BeOfType<ReplyEvent>().Which.Body.Should().Be("Where is it?");
    }

    [Theory]
    [InlineData("STOP", "STOP")]
    [InlineData(" stop. ", "stop.")]
    [InlineData("StopAll!", "StopAll!")]
    [InlineData("remove me", "remove me")]
    public async Task AnOptOutWord_IsAnUnsubscribeEvent_AndLaterMessagesOfThatListAreDropped(string text, string keyword)
    {
        Emulator.Account.AddList("+18005553000");
        var reply = Emulator.Reply("+14155551234", text, "+18005551000");

        reply.OptsOut.Should().BeTrue();
        var unsubscribe = (UnsubscribeEvent)TracklyWebhookEvent.Parse((await Emulator.Webhooks.SendNowAsync(reply.WebhookId, Token)).Json!);
        (unsubscribe.PhoneNumber, unsubscribe.ListNumber, unsubscribe.Keyword).Should().Be(("+14155551234", "+18005551000", keyword));
        Emulator.Account.HasOptedOut("+14155551234", "+18005551000").Should().BeTrue();

        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.OK, "an opt-out fails after the response");
        await Caller.SendMessageAsync(list: "+18005553000");
        await Caller.SendMessageAsync(to: "+14155550000");
        Emulator.Messages.Select(message => (message.Status, message.StatusDetail)).Should().Equal(("dropped", "contact_blocked"), ("queued", null), ("queued", null));
        Emulator.Messages[0].Notes.Should().ContainSingle().Which.Should().Contain("opted out");
        Emulator.Webhooks.All.Should().NotContain(webhook => webhook.MessageId == Emulator.Messages[0].MessageId, "a dropped message gets no report");
    }

    [Theory]
    [InlineData("Please stop")]
    [InlineData("STOP it")]
    [InlineData("stopped")]
    public void AnotherText_OptsNobodyOut(string text) => Emulator.Reply("+14155551234", text, "+18005551000").OptsOut.Should().BeFalse();

    [Fact]
    public async Task Start_EndsAnOptOut()
    {
        Emulator.Reply("+14155551234", "STOP", "+18005551000");

        Emulator.Reply("+14155551234", "start", "+18005551000").OptsIn.Should().BeTrue();

        await Caller.SendMessageAsync();
        Emulator.Messages[0].Status.Should().Be("queued");
    }

    [Fact]
    public async Task SendRaw_ThatSkipsTheCheckOfTheContact_TextsThemAllTheSame()
    {
        Emulator.Reply("+14155551234", "STOP", "+18005551000");
        var request = JsonSerializer.Serialize(new { to = "+14155551234", list_number = "+18005551000", body = "Hi", skip_contact_validation = true });

        await Caller.SendAsync(request, "v2/send-raw");
        await Caller.SendAsync(request);

        Emulator.Messages.Select(message => message.Status).Should().Equal("queued", "dropped");
    }

    [Theory]
    [InlineData("4155551234", "Hi", null, "phone_number must be in E.164 format, such as +14155551234.")]
    [InlineData("+14155551234", " ", null, "text must have 1 to 1600 characters, and not only white space.")]
    [InlineData("+14155551234", "Hi", "+18005559999", "list_number is not a list of an account:*")]
    [InlineData("+14155551234", "Hi", null, "list_number is missing: no message to the phone number is kept, so it must name a list.")]
    public void AnInvalidReply_SaysWhatIsWrong_AndRepeatsNothing(string phoneNumber, string text, string? listNumber, string error) =>
        Emulator.Invoking(emulator => emulator.Reply(phoneNumber, text, listNumber)).Should().Throw<FormatException>().WithMessage(error).And.Message.Should().NotContain("9999");

    [Fact]
    public void ToString_ShowsNoNumberAndNoText()
    {
        var reply = Emulator.Reply("+14155551234", "canary", "+18005551000");
        var webhook = Emulator.Webhooks.All[0];

        string.Join(' ', reply, webhook, Emulator.Account.Delivery).Should().NotContainAny("1415", "canary", "1800");
    }
}
