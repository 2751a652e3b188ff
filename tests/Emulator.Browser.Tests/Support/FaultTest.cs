namespace Emulator.Browser.Tests.Support;

/// <summary>Switches a fault on in the page, and sees that it is gone once it was met.</summary>
public abstract class FaultTest(Browsers browsers) : InboxTest(browsers)
{
    protected async Task SwitchOnAsync(string name)
    {
        if (!Page.IsShown("#kinds [value]:checked") || Page.TextOf("#kinds .kind:has(:checked) b") != name)
            Page.ChooseFault(name);
        var count = Page.Texts("#active-faults li").Count;
        Page.Click("#switch-on");
        await Soon.HoldsAsync(() => Page.Texts("#active-faults li").Count == count + 1);
    }

    /// <summary>Holds when no fault is left, and the next message is queued after so many others.</summary>
    protected async Task IsUsedUpAsync(int queued)
    {
        await Soon.HoldsAsync(() => Page.IsShown("#no-faults"));
        await Sender.SendAsync("As usual");
        await Soon.HoldsAsync(() => Page.Newest == "As usual");
        Page.Bubbles.Should().HaveCount(queued + 1);
    }
}
