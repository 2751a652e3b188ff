using Emulator.Browser.Tests.Support;
using Trackly.Sdk;

namespace Emulator.Browser.Tests;

public sealed class SnippetTests(Browsers browsers) : InboxTest(browsers)
{
    [Theory]
    [InlineData("C#", "await trackly.SendAsync(new SendRequest(\"+14155550123\", ")]
    [InlineData("PowerShell", "$body = @'\n{")]
    [InlineData("Python", "import urllib.request\n")]
    [InlineData(".http", "POST http://127.0.0.1:")]
    public async Task TheLanguage_IsRemembered_AndItsCodeCopied(string language, string start)
    {
        Chromium.GrantClipboard(Address);
        await Sender.SendAsync("Hello");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        Page.ChooseLanguage(language);
        await OpenAsync(Address);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        Page.Click($"#details [aria-label='Copy: {language}']");

        await Soon.HoldsAsync(() => Chromium.ReadClipboard().StartsWith(start, StringComparison.Ordinal), () => Chromium.ReadClipboard());
    }

    [Theory]
    [InlineData("v2/send", "\"wrap_links\":true,\"contact_data\":{\"first_name\":\"Ann\",\"custom_fields\":{\"points\":1.10}},")]
    [InlineData("v2/send-raw", "\"skip_duplicate_check\":true,")]
    public async Task CSharp_AsPasted_SendsTheSameJson(string endpoint, string members)
    {
        const string Metadata = """{"n":12345678901234567890,"m":-9223372036854775808,"x":1.50,"z":-0.0,"e":1e400,"l":[1,"a \"b\"",null,true,{"d":0.0},[]],"o":{"k":false}}""";
        var json = $$"""{"to":"+14155550123","list_number":"{{Emulator.ListNumber}}","body":"Hi there",{{members}}"metadata":{{Metadata}}}""";
        (await Sender.PostAsync(json, endpoint)).Dispose();
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        Page.ChooseLanguage("C#");
        using var trackly = new TracklyClient(new TracklyClientOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress });

        await PastedCode.RunAsync(Page.TextOf("#details .snippets pre"), trackly);

        Emulator.Messages.Select(message => message.RawJson).Should().Equal(json, json);
        Emulator.Messages[1].Notes.Should().Equal(Emulator.Messages[0].Notes, "the same endpoint was called");
    }

    [Fact]
    public async Task ThePlainText_IsCopied_WhenItCanReplaceEveryCharacter()
    {
        Chromium.GrantClipboard(Address);
        await Sender.SendAsync("It’s “on its way” – and takes two segments because of five characters… which a plain one can replace");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        Page.TextOf("#details .plain span").Should().Contain("1 segment instead of 2");
        Page.Texts("#details .part-end").Should().HaveCount(1);
        Page.Click("#details .plain button");

        await Soon.IsAsync(() => Chromium.ReadClipboard(), "It's \"on its way\" - and takes two segments because of five characters... which a plain one can replace");
    }

    [Fact]
    public async Task AnEmoji_HasNoPlainCharacter()
    {
        await Sender.SendAsync("Thanks 👍");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        Page.IsShown("#details .plain").Should().BeFalse();
        Page.Texts("#details tbody tr").Should().HaveCount(1);
    }

    [Theory]
    [InlineData(400, "a")]
    [InlineData(200, "ж")]
    [InlineData(154, "€")]
    public async Task PartEnds_AreAsManyAsTheEmulatorCounts(int length, string character)
    {
        await Sender.SendAsync(string.Concat(Enumerable.Repeat(character, length)));
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        Page.Texts("#details .part-end").Should().HaveCount(Emulator.Messages[0].Segments.Segments - 1);
    }
}
