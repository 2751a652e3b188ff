using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>The rules of axe-core, in every state of the page. .ci/browser gets axe-core and names its file in TRACKLY_AXE.</summary>
public sealed class AxeTests(Chromium chromium) : InboxTest(chromium)
{
    private const string Run = """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
          result => done(result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 120)}`))), failure => done([String(failure)]));
        """;

    [Theory]
    [InlineData("empty", 1280, "light")]
    [InlineData("empty", 360, "dark")]
    [InlineData("list", 1280, "dark")]
    [InlineData("list", 360, "light")]
    [InlineData("conversations", 1440, "light")]
    [InlineData("conversations", 1280, "dark")]
    [InlineData("conversations", 360, "light")]
    [InlineData("conversation", 360, "dark")]
    [InlineData("details", 1280, "light")]
    [InlineData("details", 1440, "dark")]
    [InlineData("details", 360, "dark")]
    [InlineData("refused", 1280, "light")]
    [InlineData("refused", 360, "dark")]
    [InlineData("contacts", 1280, "light")]
    [InlineData("contacts", 360, "dark")]
    [InlineData("faults", 360, "light")]
    [InlineData("faults", 1280, "dark")]
    [InlineData("nothing found", 1280, "light")]
    [InlineData("question", 360, "dark")]
    [InlineData("question", 1280, "light")]
    public async Task NoRuleIsBroken(string state, int width, string scheme)
    {
        var axe = Environment.GetEnvironmentVariable("TRACKLY_AXE") ?? "";
        Assert.SkipUnless(File.Exists(axe), "TRACKLY_AXE names no file.");
        Chromium.Resize(width, 800);
        Chromium.Prefer(scheme, reducedMotion: true);
        await ShowAsync(state);

        Chromium.Driver.ExecuteScript(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));
        var violations = (IEnumerable<object>)Chromium.Driver.ExecuteAsyncScript(Run)!;

        violations.Should().BeEmpty();
    }

    private async Task ShowAsync(string state)
    {
        if (state == "empty")
            return;

        await Sender.SendAsync("Your code is 482913… for https://shop.example", "+14155550101");
        await Sender.ScriptAsync(new() { ["kind"] = "status", ["status"] = 503, ["times"] = 1 });
        (await Sender.PostMessageAsync("Lost", "+14155550101")).Dispose();
        Emulator.Reply("+14155550101", "STOP");
        await Soon.HoldsAsync(() => Page.Bubbles.Count > 0 && Page.TextOf("#refused-count") == "1");
        switch (state)
        {
            case "details":
                await Page.OpenDetailsAsync();
                await Soon.HoldsAsync(() => Page.Texts("#thread-items > li").Count == 4);
                break;
            case "conversations":
            case "conversation":
                Page.Click("#view-conversations");
                await Soon.HoldsAsync(() => Page.IsShown("#conversations button"));
                if (state == "conversation")
                    Page.Click("#conversations button");
                break;
            case "question":
                Page.Click("#ask-clear");
                break;
            case "refused":
                Page.Click("#view-refused");
                break;
            case "contacts":
                Page.Click("#view-contacts");
                await Soon.HoldsAsync(() => Page.IsShown("#contact-rows button"));
                break;
            case "faults":
                await Sender.ScriptAsync(new() { ["kind"] = "hang" });
                Page.Click("#open-faults");
                break;
            case "nothing found":
                Page.Type("#search", "no such thing");
                await Soon.HoldsAsync(() => Page.IsShown("#nothing-found"));
                break;
        }
    }
}
