using Emulator.Browser.Tests.Support;
using Trackly.Sdk;

namespace Emulator.Browser.Tests;

public sealed class SnippetTests(Browsers browsers) : InboxTest(browsers)
{
    private static readonly (string Language, string Start)[] Languages =
    [
        ("C#", "await trackly.SendAsync(new SendRequest(\"+14155550123\", "),
        ("curl", "curl -X POST http://127.0.0.1:"),
        ("PowerShell", "$body = @'\n{"),
        (".http", "POST http://127.0.0.1:"),
        ("Python", "import urllib.request\n"),
    ];

    [Fact]
    public async Task EachLanguage_IsCopied_AndTheLastOneRemembered()
    {
        Chromium.GrantClipboard(Address);
        await Sender.SendAsync("Hello");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        foreach (var (language, start) in Languages)
        {
            Page.ChooseLanguage(language);
            await CopyAsync(language, start);
        }

        await OpenAsync(Address);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();
        await CopyAsync(Languages[^1].Language, Languages[^1].Start);

        async Task CopyAsync(string language, string start)
        {
            Page.Click($"#details [aria-label='Copy: {language}']");
            await Soon.HoldsAsync(() => Chromium.ReadClipboard().StartsWith(start, StringComparison.Ordinal), () => Chromium.ReadClipboard());
        }
    }

    [Fact]
    public async Task TheKey_IsThatOfTheMessagesAccount_NeverThatOfAnother()
    {
        using var http = new HttpClient();
        using var account = new StringContent("""{"keys":["trk_secret"],"lists":[{"number":"+4930123456"}]}""");
        (await http.PutAsync(new Uri(Address, "_emulator/accounts/europe"), account, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await Sender.PostAsync("""{"to":"+14155550123","list_number":"+4930123456","body":"Hallo"}""", key: "trk_secret")).EnsureSuccessStatusCode();
        await Sender.SendAsync("Hello");
        await OpenAsync(Address);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);

        await Page.OpenDetailsAsync();
        Page.ChooseLanguage("curl");
        Page.TextOf("#details .snippets pre").Should().Contain("-H 'X-Api-Key: trk_your_api_key_here'");
        await Page.OpenDetailsAsync(1);
        Page.TextOf("#details .snippets pre").Should().Contain("-H 'X-Api-Key: key_of_europe'");
        Page.Run<string>("return document.documentElement.outerHTML").Should().NotContain("trk_secret");
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

    [Fact]
    public async Task PartEnds_AreAsManyAsTheEmulatorCounts()
    {
        foreach (var (length, character) in new[] { (400, "a"), (200, "ж"), (154, "€") })
            await Sender.SendAsync(string.Concat(Enumerable.Repeat(character, length)));
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 3);

        for (var index = 0; index < 3; index++)
        {
            await Page.OpenDetailsAsync(index);
            Page.Texts("#details .part-end").Should().HaveCount(Emulator.Messages[2 - index].Segments.Segments - 1).And.NotBeEmpty();
        }
    }
}
