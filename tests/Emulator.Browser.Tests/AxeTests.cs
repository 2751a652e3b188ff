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

    private static readonly string[] States =
        ["empty", "list", "conversations", "conversation", "details", "refused", "contacts", "faults", "nothing found", "question"];

    public static MatrixTheoryData<string, int, string> Everything => new(States, [1440, 1024, 360], ["light", "dark"]);

    [Theory]
    [MemberData(nameof(Everything))]
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
