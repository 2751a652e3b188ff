using System.Diagnostics;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class ManyMessagesTests(Browsers browsers) : InboxTest(browsers)
{
    private static readonly (string View, string Item)[] Views = [("#/", "#conversations > li"), ("#/messages", "#messages > li")];

    protected override bool IsOpened => false;

    [Fact(DisableParallelization = true)]
    public async Task TenThousandMessages_LeaveThePageUsable_AndItsFirstItemIsThereAtOnce()
    {
        const int Many = 10_000;
        await Sender.SendAsync("The first");
        var few = await MeasureFirstItemsAsync("One message");
        var start = Stopwatch.GetTimestamp();
        await Sender.SendManyAsync(Many, i => i == 0 ? "A needle" : $"Message {i} of many");
        Measured.Add("10,000 messages sent at 64 at once, with the page open", Stopwatch.GetElapsedTime(start));

        var newest = Emulator.Messages[^1].Text;
        Measured.Add("From the last response until the newest message is in the page", await Soon.HoldsAsync(() => Page.Newest == newest));
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Kept10,000", StringComparison.Ordinal), () => Page.TextOf("#state"));
        ElementsAreFew();
        await SearchAsync();
        await LoadOlderAsync(newest);

        // The target is 0.6 s on a machine that has nothing else to do, and what is measured is reported. On a busy machine the page takes longer with any number of
        // messages: it may then take as much longer with 10,000 as it does with one.
        var many = await MeasureFirstItemsAsync("10,000 messages");
        foreach (var ((view, _), fastest, fastestOfFew) in Views.Zip(many, few))
            fastest.Should().BeLessThan(TimeSpan.FromSeconds(Math.Max(0.6, 2.5 * fastestOfFew.TotalSeconds)), "{0} with one message took {1}", view, fastestOfFew);
    }

    private async Task SearchAsync()
    {
        var search = Stopwatch.GetTimestamp();
        Page.Type("#search", "needle");
        await Soon.HoldsAsync(() => Page.Bubbles is ["A needle"]);
        var searched = Stopwatch.GetElapsedTime(search);
        Measured.Add("A search that finds the oldest of 10,000, typing included", searched);
        searched.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    private async Task LoadOlderAsync(string newest)
    {
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

    /// <summary>Returns the shortest of three times, for each view, from the start of loading the page until its first item is there.</summary>
    private async Task<IReadOnlyList<TimeSpan>> MeasureFirstItemsAsync(string kept)
    {
        var fastest = new List<TimeSpan>();
        foreach (var (view, item) in Views)
        {
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
            Measured.Add($"{kept} kept, until the first item of {view} is there (median of three)", times[1]);
            fastest.Add(times[0]);
        }

        return fastest;
    }

    private void ElementsAreFew()
    {
        Page.Bubbles.Should().HaveCountLessThanOrEqualTo(500);
        Page.Run<long>("return document.querySelectorAll('*').length;").Should().BeLessThan(8000);
    }
}
