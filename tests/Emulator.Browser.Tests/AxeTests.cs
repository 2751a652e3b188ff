using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>The rules of axe-core, in every state of the page. .ci/browser gets axe-core and names its file in TRACKLY_AXE.</summary>
public sealed class AxeTests(Browsers browsers) : InboxTest(browsers)
{
    private const string Run = """
        const [options, done] = arguments;
        axe.run(document, { resultTypes: ['violations'], selectors: false, preload: false, ...options }).then(
          result => done(result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 120)}`))), failure => done([String(failure)]));
        """;

    private static readonly Dictionary<string, object> AllRules = [];

    // The other rules do not depend on the colors.
    private static readonly Dictionary<string, object> ColorRules = new() { ["runOnly"] = new[] { "color-contrast", "link-in-text-block" } };

    private static readonly int[] Widths = [1440, 1024, 360];

    public static TheoryData<string> States =>
        ["empty", "list", "conversations", "conversation", "details", "refused", "contacts", "faults", "nothing found", "question"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task NoRuleIsBroken_AtAnyWidth_LightOrDark(string state)
    {
        var axe = Environment.GetEnvironmentVariable("TRACKLY_AXE") ?? "";
        Assert.SkipUnless(File.Exists(axe), "TRACKLY_AXE names no file.");
        await ShowAsync(state);
        Chromium.Driver.ExecuteScript(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));

        var violations = new List<string>();
        foreach (var width in Widths)
        {
            Chromium.Resize(width, 800);
            violations.AddRange(FindViolations(width, "light", AllRules));
            violations.AddRange(FindViolations(width, "dark", ColorRules));
        }

        violations.Should().BeEmpty();
    }

    private IEnumerable<string> FindViolations(int width, string scheme, Dictionary<string, object> options)
    {
        Chromium.Prefer(scheme);
        return ((IEnumerable<object>)Chromium.Driver.ExecuteAsyncScript(Run, options)!).Select(violation => $"{width} {scheme}: {violation}");
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
