using Emulator.Browser.Tests.Support;
using OpenQA.Selenium;

namespace Emulator.Browser.Tests;

public sealed class ClearTests(Browsers browsers) : InboxTest(browsers)
{
    [Fact]
    public async Task Clear_OnceConfirmed_RemovesEveryMessage_AndClosesTheDetails()
    {
        await TwoMessagesAsync();
        await Page.OpenDetailsAsync();

        Page.Click("#ask-clear");
        Page.Click("#clear");

        await Soon.HoldsAsync(() => Page.IsShown("#empty"));
        Page.Bubbles.Should().BeEmpty();
        Page.IsShown("#details").Should().BeFalse();
        Emulator.Messages.Should().BeEmpty();
        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Queued2Kept0 of", StringComparison.Ordinal), () => Page.TextOf("#state"));
    }

    [Fact]
    public async Task Clear_Declined_RemovesNothing()
    {
        await TwoMessagesAsync();

        await DeclineAsync(() => Page.Click("#keep"));
        await DeclineAsync(() => Page.Press(Keys.Escape));

        async Task DeclineAsync(Action decline)
        {
            Page.Click("#ask-clear");
            Page.IsShown("#confirm-clear").Should().BeTrue();
            decline();

            await Soon.HoldsAsync(() => !Page.IsShown("#confirm-clear"));
            Page.Bubbles.Should().HaveCount(2);
            Emulator.Messages.Should().HaveCount(2);
            Page.Focused.Should().Be("Delete all");
        }
    }

    [Fact]
    public async Task AfterClear_TheNextMessageIsShown()
    {
        await TwoMessagesAsync();
        Page.Click("#ask-clear");
        Page.Click("#clear");
        await Soon.HoldsAsync(() => Page.IsShown("#empty"));

        await Sender.SendAsync("Three");

        await Soon.HoldsAsync(() => Page.Bubbles is ["Three"]);
    }

    private async Task TwoMessagesAsync()
    {
        await Sender.SendAsync("One");
        await Sender.SendAsync("Two");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);
    }
}
