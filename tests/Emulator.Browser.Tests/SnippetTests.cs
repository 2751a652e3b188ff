using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class SnippetTests(Chromium chromium) : InboxTest(chromium)
{
    [Theory]
    [InlineData("C#", "await trackly.SendAsync(new SendRequest(\"+14155550123\", ")]
    [InlineData("PowerShell", "$body = @'\n{")]
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
