using Emulator.Browser.Tests.Support;
using OpenQA.Selenium;

namespace Emulator.Browser.Tests;

/// <summary>Everything by keys alone, at a desk and on a phone.</summary>
public sealed class KeyboardTests(Browsers browsers) : InboxTest(browsers)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Search_IsReached_AndFinds(int width)
    {
        await ThreeMessagesAsync(width);

        Page.TabTo("Search messages");
        FocusIsVisible();
        Page.Press("two");

        await Soon.HoldsAsync(() => Page.Bubbles is ["Message two"]);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Details_AreOpened_Read_AndClosed(int width)
    {
        await ThreeMessagesAsync(width);

        Page.TabTo("+14155550123");
        Page.Press(Keys.ArrowDown);
        FocusIsVisible();
        Page.Press(Keys.Enter);
        await Soon.HoldsAsync(() => Page.IsShown("#details") && Page.TextOf("#details .bubble") == "Message two");
        Page.TabTo("Copy: Request");
        FocusIsVisible();
        Page.Press(Keys.Escape);
        await Soon.HoldsAsync(() => !Page.IsShown("#details"));
        // On a phone the conversation is between the list and the details.
        if (width == 360)
            Page.Press(Keys.Escape);

        await Soon.HoldsAsync(() => Page.Focused.Contains("Message two", StringComparison.Ordinal), () => Page.Focused);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task AFault_IsSwitchedOn_AndOff(int width)
    {
        await ThreeMessagesAsync(width);

        Page.TabTo("Faults");
        Page.Press(Keys.Enter);
        Page.Focused.Should().Be("Faults");
        Page.TabTo("Respond with an error");
        FocusIsVisible();
        Page.Press(Keys.ArrowDown, Keys.ArrowDown, Keys.ArrowDown);
        Page.Focused.Should().Be("Lose the response");
        Page.TabTo("Switch on");
        FocusIsVisible();
        Page.Press(Keys.Enter);
        await Soon.HoldsAsync(() => Page.Texts("#active-faults li").Count == 1);
        Page.TabTo("Switch off: Lose the response", backwards: true);
        FocusIsVisible();
        Page.Press(Keys.Space);

        await Soon.HoldsAsync(() => Page.IsShown("#no-faults"));
        Page.Focused.Should().Be("Faults");
    }

    [Fact]
    public async Task TheListIsOneStop_AndArrowsMoveInIt()
    {
        await ThreeMessagesAsync(1280);
        Page.TabTo("+14155550123");

        Page.Press(Keys.End);
        Page.Focused.Should().Contain("Message one");
        Page.Press(Keys.ArrowUp);
        Page.Focused.Should().Contain("Message two");
        Page.Press(Keys.Home);
        Page.Focused.Should().Contain("Message three");
        Page.Press(Keys.Tab);
        Page.Focused.Should().NotContain("Message");
    }

    [Fact]
    public async Task Slash_GoesToTheSearch_AndTheArrowBackToTheMessages()
    {
        await ThreeMessagesAsync(1280);

        Page.Press("/");
        Page.Focused.Should().StartWith("Search messages");
        Page.Run<string>("return document.getElementById('search').value;").Should().BeEmpty();
        Page.Press(Keys.ArrowDown);
        Page.Focused.Should().Contain("Message three");
    }

    [Fact]
    public async Task Arrivals_AreAnnounced_WithoutAnnouncingEachOne()
    {
        Page.Run<object?>("window.said = []; new MutationObserver(() => said.push(document.getElementById('announcements').textContent))"
            + ".observe(document.getElementById('announcements'), { childList: true });");

        await Sender.SendManyAsync(40, i => $"Message {i}");

        const string Announced = "return said.reduce((sum, text) => sum + (parseInt(text) || (text.startsWith('New message to') ? 1 : 0)), 0);";
        await Soon.HoldsAsync(() => Page.Run<long>(Announced) == 40, () => Page.Run<string>("return said.join('; ');"));
        Page.Run<long>("return said.length;").Should().BeLessThan(5);
    }

    private async Task ThreeMessagesAsync(int width)
    {
        Chromium.Resize(width, 860);
        foreach (var name in new[] { "one", "two", "three" })
            await Sender.SendAsync($"Message {name}");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 3);
    }

    private void FocusIsVisible() => Page
        .Run<string>("const s = getComputedStyle(document.activeElement); return `${s.outlineStyle} ${parseFloat(s.outlineWidth) >= 2}`;")
        .Should().Be("solid true");
}
