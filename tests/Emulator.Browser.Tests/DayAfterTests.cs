using Emulator.Browser.Tests.Support;
using Trackly.Sdk;
using Trackly.Sdk.Tests.Testing;

namespace Emulator.Browser.Tests;

/// <summary>What comes after queued, in the page and at an application.</summary>
public sealed class DayAfterTests(Browsers browsers) : InboxTest(browsers)
{
    [Fact]
    public async Task ASend_ItsReport_AStop_AndADroppedMessage_AreInThePageAndReachTheApplication()
    {
        await using var application = await WebhookReceiver.StartAsync();
        (Emulator.Account.Delivery.WebhookAddress, Emulator.Account.Delivery.ReportDelay) = (application.Address, TimeSpan.FromMilliseconds(50));

        await Sender.SendAsync("Your code is 482913.");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        await Soon.IsAsync(() => Page.TextOf(".thread .sent .status"), "delivered");
        await Soon.HoldsAsync(() => Page.TextOf("#details .outcome").Contains("delivery: delivered → 200", StringComparison.Ordinal));
        Page.TextOf("#messages .status").Should().Be("delivered");

        Page.Type("#reply-text", "STOP");
        Page.Press(OpenQA.Selenium.Keys.Enter);
        await Soon.HoldsAsync(() => Page.TextOf(".thread .reply .bubble") == "STOP" && Page.TextOf(".thread .reply .chip") == "opted out");
        await Soon.HoldsAsync(() => application.Bodies.Count == 2);
        await Sender.SendAsync("Too late");

        await Soon.HoldsAsync(() => Page.Texts(".thread .sent .status") is ["delivered", "dropped"]);
        application.Bodies.Select(body => TracklyWebhookEvent.Parse(body)).Should().SatisfyRespectively(
            first => first.Should().BeOfType<DeliveryEvent>().Which.Status.Should().Be(DeliveryStatus.Delivered),
            second => second.Should().BeOfType<UnsubscribeEvent>().Which.Keyword.Should().Be("STOP"));
    }

    [Fact]
    public async Task SendNow_PostsAWebhookThatIsPlanned_AndShowsTheResponse()
    {
        await using var application = await WebhookReceiver.StartAsync();
        application.RespondWith(System.Net.HttpStatusCode.InternalServerError, "not today");
        (Emulator.Account.Delivery.WebhookAddress, Emulator.Account.Delivery.ReportDelay) = (application.Address, TimeSpan.FromHours(1));
        await Sender.SendAsync("Hello");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        await Soon.HoldsAsync(() => Page.IsShown("[aria-label='Send now: delivery']"));

        Page.Click("[aria-label='Send now: delivery']");

        await Soon.HoldsAsync(() => Page.TextOf("#details .outcome").Contains("delivery: delivered → 500", StringComparison.Ordinal));
        Page.TextOf("#details .outcome pre").Should().Be("not today");
        application.RespondWith(System.Net.HttpStatusCode.OK);
        Page.Click("[aria-label='Send again: delivery: delivered']");
        await Soon.HoldsAsync(() => Page.TextOf("#details .outcome").Contains("→ 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfSevenRequests_TheQueuedAreMessages_AndTheOthersAreInAListOfTheirOwn_AsTheyCome()
    {
        await Sender.ScriptAsync(new() { ["kind"] = "status", ["status"] = 503, ["times"] = 2 });
        for (var number = 0; number < 5; number++)
            (await Sender.PostMessageAsync($"Text {number}")).Dispose();
        Page.Click("#view-refused");

        (await Sender.PostAsync(new System.Text.Json.Nodes.JsonObject { ["to"] = "+14155550123", ["list_number"] = "+18005559999", ["body"] = "Hi" })).Dispose();
        (await Sender.PostAsync(Sender.Request("With another key").ToJsonString(), key: "trk_wrong")).Dispose();

        await Soon.HoldsAsync(() => Page.Texts("#refused-list .chip").Count == 4);
        Page.Texts("#refused-list .chip").Should().Equal("401 invalid_api_key", "400 list_not_found", "503", "503");
        Page.TextOf("#refused-count").Should().Be("4");
        Page.IsShown("#messages").Should().BeFalse();
        Page.Click("#view-messages");
        await Soon.HoldsAsync(() => Page.Bubbles is ["Text 4", "Text 3", "Text 2"]);
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Requests7Queued3", StringComparison.Ordinal), () => Page.TextOf("#state"));
        Page.Click("#view-conversations");
        await Soon.HoldsAsync(() => Page.TextOf("#conversations .counts") == "3 messages3 refused", () => Page.TextOf("#conversations .counts"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task ALinkToAMessageThatIsNoLongerKept_ShowsTheList(int width)
    {
        // The response to the question for the message, which Chromium reports.
        ExpectedReport = "the server responded with a status of 404";
        Chromium.Resize(width, 860);
        await Sender.SendAsync("Another one");

        await OpenAsync(new Uri(Address, "#/m/nothing1?view=messages"));

        await Soon.HoldsAsync(() => Page.IsShown("#messages button"));
        await Soon.HoldsAsync(() => Page.Run<string>("return location.hash;") == "#/messages");
        Page.TextOf("#announcements").Should().Contain("no longer keeps");
        Page.TextOf("#notice").Should().Be("The emulator no longer keeps the message of this link.");
        Page.IsShown("#notice").Should().BeTrue();
    }

    [Fact]
    public async Task ALink_OpensItsMessage_AndBackClosesIt()
    {
        await Sender.SendAsync("Find me");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        var link = Page.Run<string>("return location.href;");
        link.Should().Contain("#/m/" + Emulator.Messages[0].MessageId);

        Page.Run<object?>("history.back();");
        await Soon.HoldsAsync(() => !Page.IsShown("#details"));

        await OpenAsync(new Uri("about:blank"), waits: false);
        await OpenAsync(new Uri(link));
        await Soon.HoldsAsync(() => Page.TextOf("#details .text") == "Find me");
    }
}
