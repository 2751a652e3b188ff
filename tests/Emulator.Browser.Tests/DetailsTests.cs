using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class DetailsTests(Browsers browsers) : InboxTest(browsers)
{
    [Fact]
    public async Task Details_ShowTheCharactersThatForcedUnicode()
    {
        await ShowDetailsAsync(Sender.Request("“Hi” 👍 “you”"));

        Page.TextOf("#details").Should().Contain("UCS-2, 1 segment: 13 of 70 UTF-16 units");
        Page.Texts("#details tbody tr").Should().Equal("“U+201C2", "”U+201D2", "👍U+1F44D1");
        Page.Texts("#details mark").Should().Equal("“", "”", "👍", "“", "”");
    }

    [Fact]
    public async Task Details_ShowTheSegmentsOfALongText()
    {
        await ShowDetailsAsync(Sender.Request(new string('a', 170)));

        Page.TextOf("#details").Should().Contain("GSM-7, 2 segments: 170 septets, 153 in each");
        Page.Texts("#details .segments span").Should().HaveCount(2);
        Page.IsShown("#details table").Should().BeFalse();
    }

    [Fact]
    public async Task Details_ShowWhatTheLinksWereWrappedAs_AndTheNotes()
    {
        var request = Sender.Request("Hi {{first_name}} {{nickname}}: https://shop.example/a?b=1");
        request["wrap_links"] = true;
        request["contact_data"] = new JsonObject { ["first_name"] = "Ann" };

        await ShowDetailsAsync(request);

        var links = Page.Texts("#details .links code");
        links.Should().HaveCount(2).And.HaveElementAt(0, "https://shop.example/a?b=1");
        links[1].Should().StartWith("https://trk.example/");
        Page.TextOf("#details .bubble").Should().Be($"Hi Ann {{{{nickname}}}}: {links[1]}");
        Page.TextOf("#details .notes").Should().Contain("nickname");
        Page.TextOf("#details [aria-label='Body before macros and links']").Should().Be((string)request["body"]!);
    }

    [Fact]
    public async Task Request_IsLaidOut_WithEveryTokenAsItCame()
    {
        const string Metadata = """{"n":12345678901234567890,"x":1.50,"e":[],"o":{ },"l":[1,true,null]}""";
        var json = $$"""{"to":"+14155550123","list_number":"{{Emulator.ListNumber}}","body":"a, {b}: \"c\"","metadata":{{Metadata}} }""";
        using (await Sender.PostAsync(json))
            await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        Page.TextOf("#details [aria-label='Request']").Should().Be($$"""
            {
              "to": "+14155550123",
              "list_number": "{{Emulator.ListNumber}}",
              "body": "a, {b}: \"c\"",
              "metadata": {
                "n": 12345678901234567890,
                "x": 1.50,
                "e": [],
                "o": {},
                "l": [
                  1,
                  true,
                  null
                ]
              }
            }
            """);
    }

    [Theory]
    [InlineData("Request")]
    [InlineData("curl")]
    public async Task Copy_TakesTheExactText(string listing)
    {
        Chromium.GrantClipboard(Address);
        var json = $$"""{ "to":"+14155550123",  "list_number":"{{Emulator.ListNumber}}", "body":"It's 5 o'clock" }""";
        using (await Sender.PostAsync(json))
            await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        if (listing == "curl")
            Page.ChooseLanguage("curl");

        Page.Click($"#details [aria-label='Copy: {listing}']");

        await Soon.IsAsync(() => Page.TextOf($"#details [aria-label='Copy: {listing}']"), "Copied");
        var copied = Chromium.ReadClipboard();
        if (listing == "Request")
            copied.Should().Be(json);
        else
            ShellWords.Split(copied).Should().Contain(json).And.Contain("X-Api-Key: trk_your_api_key_here");
    }

    private async Task ShowDetailsAsync(JsonObject request)
    {
        using (await Sender.PostAsync(request))
            await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
    }
}
