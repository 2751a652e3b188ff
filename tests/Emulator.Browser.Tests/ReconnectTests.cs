using Emulator.Browser.Tests.Support;
using Trackly.Sdk.Testing;

namespace Emulator.Browser.Tests;

public sealed class ReconnectTests(Browsers browsers) : InboxTest(browsers)
{
    private Uri? _wireAddress;

    protected override bool IsOpened => false;

    [Fact]
    public async Task MessagesDuringABrokenConnection_AreShownAfterIt_NoneLostOrDoubled()
    {
        using var wire = await OpenThroughWireAsync();

        wire.Cut();
        await Soon.IsAsync(() => Page.TextOf("#connection"), "Not connected");
        await Sender.SendAsync("3");
        await Sender.SendAsync("4");
        wire.Restore(Emulator.BaseAddress);
        await Soon.IsAsync(() => Page.TextOf("#connection"), "Live");
        await Sender.SendAsync("5");

        await Soon.IsAsync(() => Page.Newest, "5");
        Page.Bubbles.Should().Equal("5", "4", "3", "2", "1");
    }

    [Fact]
    public async Task ASearchTypedWhileDisconnected_ShowsOnlyWhatItFound()
    {
        using var wire = await OpenThroughWireAsync();
        await Sender.SendAsync("An apple");
        await Soon.IsAsync(() => Page.Newest, "An apple");

        wire.Cut();
        await Soon.IsAsync(() => Page.TextOf("#connection"), "Not connected");
        Page.Type("#search", "apple");
        await Soon.IsAsync(() => Page.Summary, "The emulator cannot be reached.");
        wire.Restore(Emulator.BaseAddress);

        await Soon.IsAsync(() => Page.Summary, "1 found");
        Page.Bubbles.Should().Equal("An apple");
    }

    [Fact]
    public async Task AnotherEmulatorAtTheSameAddress_IsShownInstead()
    {
        await using var another = await TracklyEmulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(another);
        using var wire = await OpenThroughWireAsync();

        // Its ids are the same, for they follow from the seed.
        wire.Cut();
        await sender.SendAsync("The first of another");
        await sender.SendAsync("The second");
        wire.Restore(another.BaseAddress);

        await Soon.HoldsAsync(() => Page.Bubbles is ["The second", "The first of another"], () => string.Join(", ", Page.Bubbles));
        await sender.SendAsync("The third");
        await Soon.HoldsAsync(() => Page.Bubbles is ["The third", "The second", "The first of another"], () => string.Join(", ", Page.Bubbles));
    }

    [Fact]
    public async Task ALongBreak_LeavesNoGap()
    {
        using var wire = await OpenThroughWireAsync();

        wire.Cut();
        await Sender.SendManyAsync(700, i => $"Message {i}");
        wire.Restore(Emulator.BaseAddress);

        await Soon.IsAsync(() => Page.TextOf("#connection"), "Live");
        await Soon.HoldsAsync(() => Page.Newest == Emulator.Messages[^1].Text);
        var expected = Emulator.Messages.Select(message => message.Text).Reverse().ToList();
        Page.Bubbles.Should().HaveCountGreaterThanOrEqualTo(100).And.Equal(expected.Take(Page.Bubbles.Count));
        while (Page.IsShown("#older") && Page.Bubbles.Count < 500)
        {
            var count = Page.Bubbles.Count;
            Page.Click("#older");
            await Soon.HoldsAsync(() => Page.Bubbles.Count > count);
        }

        Page.Bubbles.Should().Equal(expected.Take(Page.Bubbles.Count));
    }

    [Fact]
    public async Task AStatusThatChangedDuringABrokenConnection_IsShownAfterIt()
    {
        using var wire = await OpenThroughWireAsync();
        Emulator.Account.Delivery.ReportDelay = TimeSpan.FromSeconds(1);
        await Sender.SendAsync("3");
        await Soon.IsAsync(() => Page.Newest, "3");

        wire.Cut();
        await Soon.IsAsync(() => Emulator.Messages[^1].Status, "delivered");
        wire.Restore(Emulator.BaseAddress);

        await Soon.IsAsync(() => Page.TextOf("#messages .status"), "delivered");
    }

    [Fact]
    public async Task AMessageThatIsOpenedWhileDisconnected_IsNotSaidToBeGone_AndIsShownAfterIt()
    {
        using var wire = await OpenThroughWireAsync();

        wire.Cut();
        await Soon.IsAsync(() => Page.TextOf("#connection"), "Not connected");
        Page.Click("#messages button");
        await Soon.IsAsync(() => Page.TextOf("#details .banner"), "The message cannot be read: The emulator cannot be reached.");
        Page.Run<string>("return location.hash;").Should().StartWith("#/m/" + Emulator.Messages[1].MessageId);
        Page.TextOf("body").Should().NotContain("no longer keeps");
        wire.Restore(Emulator.BaseAddress);

        await Soon.IsAsync(() => Page.TextOf("#details .text"), "2");
        await Soon.IsAsync(() => Page.TextOf("#thread-items .current .bubble"), "2");
        Page.IsShown("#troubles").Should().BeFalse();
    }

    [Fact]
    public async Task WhatFailsWhileDisconnected_IsShown_AndWorksAfterIt()
    {
        using var wire = await OpenThroughWireAsync();
        await Page.OpenDetailsAsync();

        wire.Cut();
        await Soon.IsAsync(() => Page.TextOf("#connection"), "Not connected");
        Page.Click("#ask-clear");
        Page.Click("#clear");
        await Soon.HoldsAsync(() => Page.TextOf("#troubles").Contains("The messages were not deleted: The emulator cannot be reached.", StringComparison.Ordinal));
        Page.TextOf("#details .outcome").Should().Contain("queued", "nobody knows that the message is gone");
        wire.Restore(Emulator.BaseAddress);

        await Soon.IsAsync(() => Page.TextOf("#connection"), "Live");
        Page.IsShown("#troubles").Should().BeFalse();
        Page.Bubbles.Should().HaveCount(2);
    }

    private async Task<BreakableWire> OpenThroughWireAsync()
    {
        // What Chromium writes about a connection that broke.
        ExpectedReport = "net::ERR_";
        var wire = new BreakableWire(Emulator.BaseAddress);
        _wireAddress = wire.Address;
        await OpenAsync(wire.Address);
        await Sender.SendAsync("1");
        await Sender.SendAsync("2");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);
        return wire;
    }

    protected override bool IsOfTheEmulator(string address) =>
        base.IsOfTheEmulator(address) || address.StartsWith(_wireAddress!.AbsoluteUri, StringComparison.Ordinal);
}
