using System.Diagnostics;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class ManyMessagesTests(Chromium chromium) : InboxTest(chromium)
{
    [Fact]
    public async Task TenThousandMessages_LeaveThePageUsable()
    {
        const int Many = 10_000;
        var start = Stopwatch.GetTimestamp();
        await Sender.SendManyAsync(Many, i => i == 0 ? "A needle" : $"Message {i} of many");
        Measured.Add("10,000 messages sent at 64 at once, with the page open", Stopwatch.GetElapsedTime(start));

        var newest = Emulator.Messages[^1].Text;
        Measured.Add("From the last response until the newest message is in the page", await Soon.HoldsAsync(() => Page.Newest == newest));
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Kept10,000", StringComparison.Ordinal), () => Page.TextOf("#state"));
        ElementsAreFew();

        var search = Stopwatch.GetTimestamp();
        Page.Type("#search", "needle");
        await Soon.HoldsAsync(() => Page.Bubbles is ["A needle"]);
        var searched = Stopwatch.GetElapsedTime(search);
        Measured.Add("A search that finds the oldest of 10,000, typing included", searched);
        searched.Should().BeLessThan(TimeSpan.FromSeconds(2));

        Page.Press(OpenQA.Selenium.Keys.Escape);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 100);
        for (var loaded = 200; loaded <= 800; loaded += 100)
        {
            var last = Page.Bubbles[^1];
            Page.Click("#older");
            await Soon.HoldsAsync(() => Page.Bubbles[^1] != last);
        }

        // The newest had to go, and come back when asked for.
        ElementsAreFew();
        Page.Newest.Should().NotBe(newest);
        await Sender.SendAsync("Now");
        await Soon.HoldsAsync(() => Page.TextOf("#newest").Contains("1 arrived", StringComparison.Ordinal));
        Page.Click("#newest");
        await Soon.HoldsAsync(() => Page.Newest == "Now");
    }

    [Theory]
    [InlineData("#/", "#conversations > li")]
    [InlineData("#/messages", "#messages > li")]
    public async Task TenThousandMessages_TheFirstItemIsThereAtOnce(string view, string item)
    {
        await Sender.SendManyAsync(10_000, i => $"Message {i} of many");
        var script = (IDictionary<string, object?>)Chromium.Do("Page.addScriptToEvaluateOnNewDocument", ("source", $$"""
            new MutationObserver((_, observer) => {
              if (!document.querySelector('{{item}}')) return;
              window.firstItemAt = performance.now();
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """))!;
        var times = new List<TimeSpan>();
        for (var run = 0; run < 3; run++)
        {
            await OpenAsync(new Uri(Address, view));
            await Soon.HoldsAsync(() => Page.Run<bool>("return window.firstItemAt > 0;"));
            times.Add(TimeSpan.FromMilliseconds(Page.Run<double>("return window.firstItemAt + .001;")));
        }

        Chromium.Do("Page.removeScriptToEvaluateOnNewDocument", ("identifier", script["identifier"]));
        times.Sort();
        Measured.Add($"10,000 messages kept, until the first item of {view} is there (median of three)", times[1]);
        times[0].Should().BeLessThan(TimeSpan.FromSeconds(0.6));
    }

    private void ElementsAreFew()
    {
        Page.Bubbles.Should().HaveCountLessThanOrEqualTo(500);
        Page.Run<long>("return document.querySelectorAll('*').length;").Should().BeLessThan(8000);
    }
}
