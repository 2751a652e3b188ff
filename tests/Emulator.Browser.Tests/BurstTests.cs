using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>Hundreds of events in a moment: everything is shown in the end, and the page is drawn a few times a second and not once for each.</summary>
public sealed class BurstTests(Browsers browsers) : InboxTest(browsers)
{
    private const int Count = 500;

    // How long the page collects events before it draws them, or reads a list again.
    private const int MillisecondsBetweenDrawings = 30;
    private const int MillisecondsBetweenReads = 300;

    [Fact]
    public async Task Messages_AreShownInOrder_WithTheirReports_AndDrawnInBatches()
    {
        Emulator.Account.Delivery.ReportDelay = TimeSpan.FromMilliseconds(100);
        Page.Run<object?>("""
            [window.drawings, window.rows, window.start] = [0, 0, performance.now()];
            new MutationObserver(changes => {
              window.drawings++;
              for (const { target, addedNodes } of changes) if (target.id === 'messages') window.rows += addedNodes.length;
            }).observe(document.getElementById('messages'), { childList: true, subtree: true });
            """);

        var sending = Sender.SendManyAsync(Count, i => $"Message {i}");
        for (var number = 0; number < 20; number++)
            (await Sender.PostAsync(new JsonObject { ["to"] = "+14155550123", ["list_number"] = "+18005559999", ["body"] = "Refused" })).Dispose();
        await sending;

        await Soon.HoldsAsync(() => Page.Texts("#messages .status").Count == Count, () => Page.Texts("#messages .status").Count);
        Page.Texts("#messages .status").Should().OnlyContain(static status => status == "delivered");
        Page.Bubbles.Should().Equal(Emulator.Messages.Select(static message => message.Text).Reverse());
        Page.TextOf("#refused-count").Should().Be("20");
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Requests520Queued500Kept500 ", StringComparison.Ordinal), () => Page.TextOf("#state"));
        Page.Run<long>("return rows;").Should().Be(Count, "a row is created once, whatever happens to its message");
        Page.Run<long>("return drawings;").Should().BeLessThan(Count, "a message and its report are two events").And.BeLessThanOrEqualTo(GetMax(MillisecondsBetweenDrawings));
    }

    [Fact]
    public async Task Conversations_AreCounted_AndReadAFewTimesASecond()
    {
        const int Numbers = 5;
        Emulator.Account.Delivery.ReportDelay = TimeSpan.FromMilliseconds(100);
        await OpenAsync(new Uri(Address, "#/"));
        Page.Run<object?>("window.start = performance.now(); performance.clearResourceTimings();");

        await Parallel.ForAsync(0, Count, async (i, _) => await Sender.SendAsync($"Message {i}", string.Create(CultureInfo.InvariantCulture, $"+1415555010{i % Numbers}")));

        await Soon.HoldsAsync(
            () => Page.Texts("#conversations .counts").Count(static text => text == "100 messages") == Numbers && Page.Texts("#conversations .status").Count == Numbers,
            () => string.Join(" | ", Page.Texts("#conversations .row")));
        var number = Page.TextOf("#thread-title");
        var expected = Emulator.Messages.Where(message => message.To == number).Select(static message => message.Text).ToList();
        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble").SequenceEqual(expected) && Page.Texts("#thread-items .status").Count == expected.Count);
        foreach (var path in new[] { "conversations", "messages", "webhooks" })
        {
            Page.Run<long>("return performance.getEntriesByType('resource').filter(e => new URL(e.name).pathname === '/_emulator/' + arguments[0]).length;", path)
                .Should().BeInRange(1, GetMax(MillisecondsBetweenReads), path);
        }
    }

    /// <summary>Returns how often something can happen since the start of the burst, and a few times more for what comes before and after it.</summary>
    private long GetMax(int millisecondsBetween) => 5 + (Page.Run<long>("return Math.ceil(performance.now() - start);") / millisecondsBetween);
}
