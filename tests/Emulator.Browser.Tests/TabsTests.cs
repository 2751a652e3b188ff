using Emulator.Browser.Tests.Support;
using OpenQA.Selenium;

namespace Emulator.Browser.Tests;

/// <summary>Many tabs share one stream: a browser opens six connections to a server at most.</summary>
public sealed class TabsTests(Browsers browsers) : InboxTest(browsers)
{
    private const int Count = 8;

    [Fact]
    public async Task EightTabs_AreAllLive_AlsoAfterTheOneThatListensIsClosed()
    {
        var driver = Chromium.Driver;
        var first = driver.CurrentWindowHandle;
        try
        {
            for (var number = 1; number < Count; number++)
            {
                driver.SwitchTo().NewWindow(WindowType.Tab);
                await OpenAsync(Address);
            }

            await Sender.SendAsync("To all of you");
            await EachShowsAsync(driver.WindowHandles, 1);

            // The first tab has listened for all. Another one takes over, and reads what came in between.
            driver.SwitchTo().Window(first).Close();
            driver.SwitchTo().Window(driver.WindowHandles[0]);
            await Sender.SendAsync("Still there?");
            await EachShowsAsync(driver.WindowHandles, 2);
            driver.WindowHandles.Should().HaveCount(Count - 1);
        }
        finally
        {
            foreach (var handle in driver.WindowHandles.Skip(1))
                driver.SwitchTo().Window(handle).Close();
            driver.SwitchTo().Window(driver.WindowHandles[0]);
        }
    }

    private async Task EachShowsAsync(IEnumerable<string> tabs, int count)
    {
        foreach (var tab in tabs)
        {
            Chromium.Driver.SwitchTo().Window(tab);
            await Soon.HoldsAsync(() => Page.Bubbles.Count == count);
        }
    }
}
