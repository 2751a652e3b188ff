using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;
using FluentAssertions.Execution;

namespace Emulator.Browser.Tests;

/// <summary>Whatever a message, a fault or a search holds is text, and runs nothing.</summary>
public sealed class HostileTextTests(Browsers browsers) : InboxTest(browsers)
{
    private const string ActiveContent = """
        const active = 'script, img, svg, iframe, object, embed, a, style, link, base, meta, form[action], [onerror], [onload], [src], [href]';
        return document.querySelectorAll(active).length;
        """;

    private static readonly string[] Attacks =
    [
        "<script>window.hacked = 1</script>",
        "<img src=x onerror=\"window.hacked = 1\">",
        "<svg onload=window.hacked=1><a href=\"javascript:window.hacked=1\">x</a></svg>",
        "javascript:window.hacked=1 https://shop.example/\"><script>window.hacked=1</script>",
        "</textarea></pre></span><iframe srcdoc=\"<script>parent.hacked=1</script>\">",
        "\u202Etxet detrever\u202C and \u2066isolated",
        "{{constructor}} ${window.hacked = 1} `${alert(1)}` '; window.hacked = 1; //",
        "<style>* { display: none }</style><base href=//elsewhere.example/><meta http-equiv=refresh content=0>",
    ];

    [Fact]
    public async Task MessagesFullOfIt_AreText_InTheListAndTheDetails()
    {
        var before = Page.Run<long>(ActiveContent);
        foreach (var attack in Attacks)
        {
            var request = Sender.Request(attack);
            request["wrap_links"] = true;
            request["contact_data"] = new JsonObject { ["first_name"] = attack, ["custom_fields"] = new JsonObject { [attack] = attack } };
            request["metadata"] = new JsonObject { [attack] = attack };
            request[attack] = attack;
            using var response = await Sender.PostAsync(request);
            response.EnsureSuccessStatusCode();
        }

        await Soon.HoldsAsync(() => Page.Bubbles.Count == Attacks.Length);
        Page.Bubbles.Should().Equal(Emulator.Messages.Select(message => message.Text).Reverse());
        for (var index = 0; index < Attacks.Length; index++)
        {
            using var scope = new AssertionScope(Attacks[index]);
            await Page.OpenDetailsAsync(Attacks.Length - 1 - index);
            Page.TextOf("#details .bubble").Should().Be(Emulator.Messages[index].Text);
            JsonNode.Parse(Page.TextOf("#details [aria-label='Request']"))!["metadata"]![Attacks[index]]!.GetValue<string>().Should().Be(Attacks[index]);
            await NothingRanAsync(before);
        }
    }

    [Fact]
    public async Task FaultsFullOfIt_AreText()
    {
        var before = Page.Run<long>(ActiveContent);
        foreach (var attack in Attacks)
        {
            using var scope = new AssertionScope(attack);
            await Sender.ScriptAsync(new JsonObject { ["kind"] = "status", ["status"] = 503, ["error"] = attack, ["code"] = attack });

            await Soon.HoldsAsync(
                () => Page.TextOf("#active-faults li:last-child").Contains($"“{attack}”", StringComparison.Ordinal), () => Page.TextOf("#active-faults"));
            await NothingRanAsync(before);
        }
    }

    [Fact]
    public async Task ASearchForIt_IsText()
    {
        var before = Page.Run<long>(ActiveContent);
        foreach (var attack in Attacks)
        {
            using var scope = new AssertionScope(attack);
            Page.Fill("#search", attack);

            await Soon.HoldsAsync(
                () => Page.TextOf("#nothing-found").Contains($"“{attack}”", StringComparison.Ordinal), () => Page.TextOf("#nothing-found"));
            await NothingRanAsync(before);
        }
    }

    [Fact]
    public async Task RecipientsFullOfIt_AreRefused_AndAFaultForOneIsText()
    {
        // The refusal of the control API, which Chromium reports.
        ExpectedReport = "the server responded with a status of 400";
        var before = Page.Run<long>(ActiveContent);
        Page.ChooseFault("Lose the response");
        foreach (var attack in Attacks)
        {
            using var scope = new AssertionScope(attack);
            using (var response = await Sender.PostMessageAsync("Hello", to: attack))
                ((int)response.StatusCode).Should().Be(400);
            Page.Run<object?>("document.getElementById('fault-trouble').hidden = true;");
            Page.Fill("#to", attack);
            Page.Click("#switch-on");

            await Soon.HoldsAsync(() => Page.IsShown("#fault-trouble"));
            await NothingRanAsync(before);
        }

        Page.Bubbles.Should().BeEmpty();
        await Soon.HoldsAsync(() => Page.Texts("#refused-list > li").Count == Attacks.Length);
        await NothingRanAsync(before);
    }

    [Fact]
    public async Task ReversedText_StaysInItsBubble()
    {
        await Sender.SendAsync("\u202Eabc");

        await Soon.HoldsAsync(() => Page.Bubbles is ["\u202Eabc"]);
        Page.Run<string>("return getComputedStyle(document.querySelector('#messages .bubble')).unicodeBidi;").Should().Be("isolate");
        await Page.OpenDetailsAsync();
        Page.Texts("#details tbody tr").Should().Equal("invisibleU+202E1");
    }

    private async Task NothingRanAsync(long activeBefore)
    {
        Page.Run<long>(ActiveContent).Should().Be(activeBefore);
        // What an attack loads or schedules has had its turn after a round through the event loop and a frame.
        await Task.Run(() => Chromium.Driver.ExecuteAsyncScript("const done = arguments[0]; requestAnimationFrame(() => setTimeout(done, 50));"));
        Page.Run<bool>("return window.hacked === undefined;").Should().BeTrue();
        Page.Run<string>("return location.pathname;").Should().Be("/");
    }
}
