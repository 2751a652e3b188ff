using System.Net;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class FaultScopeTests(Browsers browsers) : FaultTest(browsers)
{
    [Fact]
    public async Task Scope_CountsDown_AndSparesOtherNumbers()
    {
        Page.ChooseFault("Respond with an error");
        Page.Type("#times", "2");
        Page.Type("#to", "+1415*");
        await SwitchOnAsync("Respond with an error");
        Page.TextOf("#active-faults li").Should().Contain("The next 2 requests to +1415*");

        await Sender.SendAsync("Spared", "+13105550123");
        using (var met = await Sender.PostMessageAsync("Met", "+14155550123"))
            met.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);

        await Soon.HoldsAsync(() => Page.TextOf("#active-faults li").Contains("The next request to +1415*", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryRequest_UntilSwitchedOff()
    {
        Page.ChooseFault("Respond with an error");
        Page.Type("#times", "");
        await SwitchOnAsync("Respond with an error");
        Page.TextOf("#active-faults li").Should().Contain("Every request");
        for (var i = 0; i < 3; i++)
        {
            using var met = await Sender.PostMessageAsync("Met");
            met.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }

        Page.Click("#active-faults button");

        await IsUsedUpAsync(queued: 0);
    }

    [Fact]
    public async Task Several_AreSwitchedOffTogether_AndCountedInTheBar()
    {
        await SwitchOnAsync("Lose the response");
        await SwitchOnAsync("Never respond");
        await Soon.IsAsync(() => Page.TextOf("#fault-count"), "2");

        Page.Click("#remove-faults");

        await IsUsedUpAsync(queued: 0);
        Page.IsShown("#fault-count").Should().BeFalse();
    }

    [Fact]
    public async Task ARefusedFault_SaysWhy_AndChangesNothing()
    {
        // The refusal of the control API, which Chromium reports.
        ExpectedReport = "the server responded with a status of 400";
        Page.ChooseFault("Lose the response");
        Page.Type("#to", "nobody");

        Page.Click("#switch-on");

        await Soon.HoldsAsync(() => Page.IsShown("#fault-trouble"));
        Page.TextOf("#fault-trouble").Should().Contain("to");
        Page.IsShown("#no-faults").Should().BeTrue();
    }
}
