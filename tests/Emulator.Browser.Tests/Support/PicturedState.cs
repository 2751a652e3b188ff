using System.Text.Json.Nodes;
using Trackly.Sdk;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Testing;

namespace Emulator.Browser.Tests.Support;

/// <summary>What the pictures of docs/inbox.md show.</summary>
internal sealed class PicturedState(InboxPage page, Sender sender, TracklyEmulator emulator) : IAsyncDisposable
{
    private const string Parcel = "+14155550142";
    private WebhookReceiver? _application;

    public async Task ShowAsync(string state)
    {
        switch (state)
        {
            case "empty":
                await Soon.HoldsAsync(() => page.IsShown("#empty pre"));
                return;
            case "one":
                await sender.SendAsync("Your code is 482913. It is valid for ten minutes.", Parcel);
                await WaitForAsync(1);
                return;
            case "fifty":
                for (var i = 0; i < 50; i++)
                    await sender.SendAsync($"Your table for {2 + (i % 5)} is booked for {14 + (i % 8)}:00.", $"+1415555{100 + (i % 17):D4}");
                await WaitForAsync(17);
                return;
            case "many":
                await sender.SendManyAsync(10_000, i => $"Your order {10_000 + i} is on its way.");
                await Soon.HoldsAsync(() => page.Summary == "100 of 10,000 numbers" && page.TextOf("#state").Contains("Queued10,000", StringComparison.Ordinal));
                return;
            default:
                await FillAsync();
                await OpenAsync(state);
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
            await _application.DisposeAsync();
    }

    private async Task OpenAsync(string state)
    {
        if (state is "thread" or "details")
            await OpenThreadAsync(state == "details" ? "+14155550164" : Parcel);
        if (state == "details")
        {
            page.Click("#thread-items .quiet");
            await Soon.HoldsAsync(() => page.IsShown("#details .outcome .chip"));
        }
        else if (state == "faults")
        {
            page.Click("#open-faults");
        }
        else if (state is "refused" or "contacts" or "messages")
        {
            page.Click($"#view-{state}");
            await Soon.HoldsAsync(() => page.IsShown($"#{state}-view .row"));
            if (state is not "refused")
                await OpenThreadAsync(Parcel, inConversations: false);
        }
    }

    private async Task OpenThreadAsync(string number, bool inConversations = true)
    {
        page.Run<object?>(
            """
            const [number, rows] = arguments;
            [...document.querySelectorAll(rows)].find(row => row.querySelector('.number').textContent === number).querySelector('button').click();
            """,
            number, inConversations ? "#conversations > li" : "#list > div:not([hidden]) li");
        await Soon.HoldsAsync(() => page.TextOf("#thread-title") == number && page.Texts("#thread-items .bubble").Count > 0);
    }

    private async Task WaitForAsync(int conversations)
    {
        await emulator.Webhooks.SendAllNowAsync(TestContext.Current.CancellationToken);
        await Soon.HoldsAsync(() => page.Texts("#conversations > li").Count == conversations);
    }

    private async Task FillAsync()
    {
        _application = await WebhookReceiver.StartAsync();
        (emulator.Account.Delivery.WebhookAddress, emulator.Account.Delivery.ReportDelay) = (_application.Address, TimeSpan.FromSeconds(30));
        await AddContactsAsync();
        await sender.SendAsync("🎉 Happy birthday, Zoë! Enjoy 20 % off until Sunday.", "+4915112345678");
        await sender.SendAsync("مرحبا! طلبك رقم 1042 في الطريق", "+966501234567");
        await sender.SendAsync("Hello! Your order is confirmed. Ref: {{messageId}}", "+14155551234");
        await sender.SendAsync(
            "We’ve moved your appointment to Tuesday, 10:30… Reply “1” to confirm. See you at the practice on Example Street – third floor.", "+14155550164");
        await sender.ScriptAsync(new JsonObject { ["kind"] = "accept_then_reset", ["times"] = 1 });
        await sender.Invoking(one => one.PostMessageAsync("Your table for two is booked for Friday at 19:00.", "+14155550199")).Should().ThrowAsync<HttpRequestException>();
        (await sender.PostAsync(Request("0171 5551234", emulator.ListNumber, "Your parcel is here."))).Dispose();
        await ConverseAsync();
        await sender.ScriptAsync(new JsonObject { ["kind"] = "status", ["status"] = 503, ["times"] = 1 });
        (await sender.PostMessageAsync("Your code is 731460.", "+14155550123")).Dispose();
        await sender.ScriptAsync(new JsonObject
        {
            ["kind"] = "status",
            ["status"] = 503,
            ["error"] = "Service unavailable",
            ["retry_after_seconds"] = 2,
            ["times"] = 2,
            ["to"] = "+1415*",
        });
        await WaitForAsync(7);
        await Soon.HoldsAsync(() => page.Texts("#active-faults li").Count == 1);
    }

    private async Task ConverseAsync()
    {
        var parcel = sender.Request("Hi {{first_name}}, your parcel is on its way: https://shop.example/orders/A-1042", Parcel);
        (parcel["wrap_links"], parcel["contact_data"]) = (true, new JsonObject { ["first_name"] = "Ann" });
        parcel["metadata"] = new JsonObject { ["order_id"] = "A-1042" };
        (await sender.PostAsync(parcel)).Dispose();
        await Soon.NextMomentAsync();
        emulator.Reply(Parcel, "Where is it?");
        await Soon.NextMomentAsync();
        (await sender.PostAsync(Request(Parcel, "+18005559999", "It is at the counter."))).Dispose();
        await Soon.NextMomentAsync();
        await sender.SendAsync("It is at the counter. Your code is 482913.", Parcel);
        await emulator.Webhooks.SendAllNowAsync(TestContext.Current.CancellationToken);
        emulator.Reply(Parcel, "STOP");
        await sender.SendAsync("How did we do?", Parcel);
    }

    private async Task AddContactsAsync()
    {
        using var trackly = new TracklyClient(new TracklyClientOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });
        foreach (var (number, name) in new[] { ("+14155550123", "Ben"), ("+14155550199", "Eve"), ("+14155550164", "Joe"), (Parcel, "Ann") })
        {
            await trackly.Contacts.UpsertAsync(
                new(number, emulator.ListNumber) { CustomFields = new() { ["first_name"] = name } }, TestContext.Current.CancellationToken);
        }

        await trackly.Contacts.UnsubscribeAsync("+14155550199", emulator.ListNumber, TestContext.Current.CancellationToken);
    }

    private static JsonObject Request(string to, string list, string body) => new() { ["to"] = to, ["list_number"] = list, ["body"] = body };
}
