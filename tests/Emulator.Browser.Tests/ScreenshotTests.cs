using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;
using Trackly.Sdk.Tests.Support;
using Trackly.Sdk.Tests.Testing;

namespace Emulator.Browser.Tests;

/// <summary>Draws the pictures of docs/inbox.md, for which alone it is run.</summary>
public sealed class ScreenshotTests(Chromium chromium) : InboxTest(chromium)
{
    private const int MaxBytes = 200 * 1024;

    [Theory(Explicit = true)]
    [InlineData("inbox-light", "light", 1280, 860, "segments")]
    [InlineData("inbox-dark", "dark", 1280, 860, "list")]
    [InlineData("inbox-thread", "light", 1280, 860, "thread")]
    [InlineData("inbox-refused", "dark", 1280, 860, "refused")]
    [InlineData("inbox-phone", "light", 360, 740, "list")]
    [InlineData("inbox-phone-dark", "dark", 360, 740, "thread")]
    [InlineData("inbox-empty", "light", 1280, 860, "empty")]
    public async Task Picture_IsDrawn(string name, string scheme, int width, int height, string state)
    {
        Chromium.Prefer(scheme, reducedMotion: true);
        Chromium.Resize(width, height);
        if (state != "empty")
            await FillAsync();
        if (state == "segments")
            await Page.OpenDetailsAsync(index: 2);
        if (state == "thread")
            await ConverseAsync();
        if (state == "refused")
            await RefuseAsync();
        Page.Run<object?>("document.activeElement.blur();");

        var picture = Chromium.Driver.GetScreenshot().AsByteArray;

        picture.Length.Should().BeLessThan(MaxBytes);
        await File.WriteAllBytesAsync(Repository.GetPath($"docs/images/{name}.png"), picture, TestContext.Current.CancellationToken);
    }

    private async Task RefuseAsync()
    {
        (await Sender.PostMessageAsync("Your code is 482913.", "+14155550123")).Dispose();
        (await Sender.PostAsync(new JsonObject { ["to"] = "0171 5551234", ["list_number"] = Emulator.ListNumber, ["body"] = "Your parcel is here." })).Dispose();
        (await Sender.PostAsync(new JsonObject { ["to"] = "+14155550123", ["list_number"] = "+18005559999", ["body"] = "Your parcel is here." })).Dispose();
        Page.Click("#view-refused");
        await Soon.HoldsAsync(() => Page.Texts("#refused-list .chip").Count == 3);
    }

    private async Task ConverseAsync()
    {
        Emulator.ReplaceFaults("""{"faults":[]}""");
        await using var application = await WebhookReceiver.StartAsync();
        Emulator.Account.Delivery.WebhookAddress = application.Address;
        await Sender.SendAsync("Your code is 482913. It is valid for ten minutes.", "+14155550123");
        await Emulator.Webhooks.SendAllNowAsync(TestContext.Current.CancellationToken);
        Emulator.Reply("+14155550123", "Where is my parcel?");
        using (var refused = await Sender.PostAsync(new JsonObject { ["to"] = "+14155550123", ["list_number"] = "+18005559999", ["body"] = "It is on its way." }))
            refused.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        Emulator.Reply("+14155550123", "STOP");
        await Sender.SendAsync("Are you still interested?", "+14155550123");
        await Emulator.Webhooks.SendAllNowAsync(TestContext.Current.CancellationToken);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 7);
        await Page.OpenDetailsAsync(index: 1);
        await Soon.HoldsAsync(() => Page.Texts(".thread li").Count == 6 && Page.Texts(".webhooks code").Count == 3);
        Page.Run<object?>("document.querySelector('.thread').scrollIntoView();");
    }

    private async Task FillAsync()
    {
        Emulator.Account.Delivery.ReportDelay = TimeSpan.Zero;
        await Sender.SendAsync("Your code is 493 027. It is valid for ten minutes.", "+14155550123");
        var parcel = Sender.Request("Hi {{first_name}}, your parcel is on its way: https://shop.example/orders/A-1042", "+14155550142");
        parcel["wrap_links"] = true;
        parcel["contact_data"] = new JsonObject { ["first_name"] = "Ann" };
        parcel["metadata"] = new JsonObject { ["order_id"] = "A-1042" };
        using (var response = await Sender.PostAsync(parcel))
            response.EnsureSuccessStatusCode();
        await Sender.SendAsync(
            "We’ve moved your appointment to Tuesday, 10:30… Reply “1” to confirm. See you at the practice on Example Street 👍",
            "+14155550164");
        await Sender.ScriptAsync(new JsonObject { ["kind"] = "accept_then_reset", ["times"] = 1 });
        await Sender.Invoking(sender => sender.PostMessageAsync("Your table for two is booked for Friday at 19:00.", "+14155550199"))
            .Should().ThrowAsync<HttpRequestException>();
        await Sender.SendAsync("Hello! Your order is confirmed. Ref: {{messageId}}", "+14155551234");
        await Sender.ScriptAsync(new JsonObject
        {
            ["kind"] = "status",
            ["status"] = 503,
            ["error"] = "Service unavailable",
            ["retry_after_seconds"] = 2,
            ["times"] = 2,
            ["to"] = "+1415*",
        });
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 5 && Page.Texts("#active-faults li").Count == 1);
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Queued5", StringComparison.Ordinal));
    }
}
