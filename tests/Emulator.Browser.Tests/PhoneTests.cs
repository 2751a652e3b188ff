using Emulator.Browser.Tests.Support;
using OpenQA.Selenium;

namespace Emulator.Browser.Tests;

/// <summary>The page at the width of a phone, where one part covers the others.</summary>
public sealed class PhoneTests(Browsers browsers) : InboxTest(browsers)
{
    private const int Width = 360;

    [Fact]
    public async Task Back_LeadsFromTheDetails_ToTheList()
    {
        await OneMessageAsync();
        await Page.OpenDetailsAsync();

        Page.Run<object?>("history.back();");

        await Soon.HoldsAsync(() => Page.IsShown("#messages") && !Page.IsShown("#details"));
        Page.Focused.Should().Contain("Hello");
    }

    [Fact]
    public async Task AConversation_CoversTheList_UntilItIsLeft()
    {
        await OneMessageAsync();
        await OpenAsync(new Uri(Address, "#/"));
        await Soon.HoldsAsync(() => Page.IsShown("#conversations button"));

        Page.Click("#conversations button");
        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble") is ["Hello"] && Page.IsShown("#thread-items"));
        Page.Run<bool>("return document.getElementById('inbox').inert;").Should().BeTrue();
        Page.Click("#close-thread");

        await Soon.HoldsAsync(() => !Page.IsShown("#thread-items"));
        Page.Run<bool>("return document.getElementById('inbox').inert;").Should().BeFalse();
    }

    [Fact]
    public async Task OnAPhone_WhatThePaneCovers_IsOutOfReach()
    {
        await OneMessageAsync();
        await Page.OpenDetailsAsync();

        for (var i = 0; i < 12; i++)
        {
            Page.Press(Keys.Tab);
            Page.Run<bool>("const e = document.activeElement; return e === document.body || e.closest('#pane') !== null;").Should().BeTrue();
        }
    }

    [Fact]
    public async Task OnAPhone_WhatTheDrawerCovers_IsOutOfReach()
    {
        await OneMessageAsync();
        Page.Click("#open-faults");

        for (var i = 0; i < 25; i++)
        {
            Page.Press(Keys.Tab);
            Page.Run<bool>("const e = document.activeElement; return e === document.body || e.closest('#faults') !== null;").Should().BeTrue();
        }

        Page.Press(Keys.Escape);
        Page.IsShown("#faults").Should().BeFalse();
        Page.Focused.Should().StartWith("Faults");
    }

    [Fact]
    public async Task OnAPhone_TheEmptyInbox_HasButtonsThatWork()
    {
        Chromium.Resize(Width, 860);
        Chromium.GrantClipboard(Address);
        await OpenAsync(Address);
        await Soon.HoldsAsync(() => Page.IsShown("#empty"));

        Page.Click("[aria-label='Copy: Environment']");

        await Soon.HoldsAsync(() => Chromium.ReadClipboard().StartsWith($"export TRACKLY_BASE_ADDRESS={Emulator.BaseAddress}", StringComparison.Ordinal));
    }

    private async Task OneMessageAsync()
    {
        Chromium.Resize(Width, 860);
        await Sender.SendAsync("Hello");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
    }
}
