using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class AppearanceTests(Browsers browsers) : InboxTest(browsers)
{
    // Returns what is written with less contrast than WCAG AA asks of it.
    private const string FaintTexts = """
        const channels = color => color.match(/[\d.]+/g).map(Number);
        const luminance = color => channels(color).slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$/.test(c)) return c; } };
        const faint = [];
        for (const e of document.querySelectorAll('body *')) {
          const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!hasText || !e.checkVisibility() || e.matches('.hidden, :disabled, noscript')) continue;
          const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
          const ratio = (a + .05) / (b + .05);
          if (ratio < 4.5) faint.push(`${e.tagName}.${e.className} "${e.textContent.slice(0, 30)}" ${ratio.toFixed(2)}`);
        }
        return faint;
        """;

    [Fact]
    public async Task Texts_HaveTheContrastOfWcagAA_LightOrDark()
    {
        await FillAsync();

        AreClear("the list");
        await Page.OpenDetailsAsync(index: 1);
        AreClear("the details");

        void AreClear(string what)
        {
            foreach (var scheme in new[] { "light", "dark" })
            {
                Chromium.Prefer(scheme);
                Page.Run<IEnumerable<object>>(FaintTexts).Should().BeEmpty($"{what} can be read, {scheme}");
            }
        }
    }

    [Fact]
    public void DarkAndLight_Differ()
    {
        const string Colors = "const s = getComputedStyle(document.body); return `${s.backgroundColor} ${s.color}`;";
        var light = Page.Run<string>(Colors);

        Chromium.Prefer("dark");

        Page.Run<string>(Colors).Should().NotBe(light);
    }

    [Fact]
    public async Task AtPhoneWidth_NothingScrollsSideways()
    {
        Chromium.Resize(360, 740);
        await FillAsync();

        EverythingFits();
        Page.Click("#open-faults");
        EverythingFits();
        Page.Click("#close-faults");
        await Page.OpenDetailsAsync();
        EverythingFits();
    }

    [Theory]
    [InlineData(true, "none")]
    [InlineData(false, "arrive")]
    public async Task Arrivals_MoveOnlyForThoseWhoLikeIt(bool reducedMotion, string animation)
    {
        Chromium.Prefer("light", reducedMotion);

        await Sender.SendAsync("Hello");

        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        Page.Run<string>("return getComputedStyle(document.querySelector('.message')).animationName;").Should().Be(animation);
    }

    [Fact]
    public void ThePage_AllowsNothingButItsOwnFiles()
    {
        var policy = (string)Chromium.Driver.ExecuteAsyncScript("fetch('/').then(a => arguments[0](a.headers.get('content-security-policy')))")!;

        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'")
            .And.Contain("form-action 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
    }

    private void EverythingFits()
    {
        Page.Run<long>("return document.documentElement.scrollWidth;").Should().BeLessThanOrEqualTo(360);
        Page.Run<IEnumerable<object>>("""
            return [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && !e.closest('.hidden') && e.getBoundingClientRect().right > 360.5)
              .map(e => `${e.tagName}#${e.id}.${e.className}`);
            """).Should().BeEmpty();
        Page.Run<bool>("return [...document.querySelectorAll('#pane-body, .drawer-body, #list')].every(p => p.scrollWidth <= p.clientWidth);").Should().BeTrue();
    }

    private async Task FillAsync()
    {
        var words = new string('w', 300);
        var request = Sender.Request($"{words} “{{{{nickname}}}}” https://shop.example/{words}");
        request["wrap_links"] = true;
        request["metadata"] = new JsonObject { [words] = words };
        await Sender.ScriptAsync(new JsonObject { ["kind"] = "accept_then_reset", ["times"] = 1 });
        await Sender.Invoking(sender => sender.PostAsync(request)).Should().ThrowAsync<HttpRequestException>();
        using (var response = await Sender.PostAsync(request))
            response.EnsureSuccessStatusCode();
        await Sender.ScriptAsync(new JsonObject { ["kind"] = "status", ["status"] = 503, ["error"] = words, ["code"] = words, ["to"] = "+1415*" });
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2 && Page.Texts("#active-faults li").Count == 1);
    }
}
