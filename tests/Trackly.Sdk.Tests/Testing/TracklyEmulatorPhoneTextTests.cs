using System.Text.Json;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A message as a phone would show it.</summary>
public sealed class TracklyEmulatorPhoneTextTests : EmulatorTest
{
    private const string Contact =
        """{"first_name":"Ann","last_name":"Ng {{first_name}}","timezone":"UTC","custom_fields":{"plan":"gold","visits":12,"rate":1.50,"member":true,"gone":null,"first_name":"Bob"}}""";

    [Theory]
    [InlineData("Hello!", "Hello!")]
    [InlineData("Ref: {{messageId}}, {{messageId}}", "Ref: Na1T6x7o, Na1T6x7o")]
    [InlineData("Hello {{first_name}}", "Hello Ann")]
    [InlineData("{{last_name}}", "Ng {{first_name}}")]
    [InlineData("{{plan}} {{visits}} {{rate}} {{member}}", "gold 12 1.50 true")]
    [InlineData("{{{first_name}}}", "{Ann}")]
    [InlineData("{{first_name}", "{{first_name}")]
    [InlineData("{{}} {{ first_name }} {{a b}}", "{{}} {{ first_name }} {{a b}}")]
    [InlineData("{{first_name}}{{first_name}}", "AnnAnn")]
    public async Task Text_FillsInWhatIsKnown(string body, string text)
    {
        var message = await SentAsync(body);

        message.Text.Should().Be(text);
        message.Body.Should().Be(body);
        message.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task Text_WhatHasNoValue_StaysWithANoteEach()
    {
        var message = await SentAsync("{{nickname}} {{gone}} {{timezone}} {{First_name}} {{nickname}}");

        message.Text.Should().Be(message.Body);
        message.Notes.Should().Equal(
            "{{nickname}} has no value and was not changed: the emulator's choice.",
            "{{gone}} has no value and was not changed: the emulator's choice.",
            "{{timezone}} has no value and was not changed: the emulator's choice.",
            "{{First_name}} has no value and was not changed: the emulator's choice.");
    }

    [Fact]
    public async Task Text_WithoutContactData_HasTheMessageIdAlone()
    {
        var message = await SentAsync("{{first_name}} {{messageId}}", contact: "null");

        message.Text.Should().Be("{{first_name}} Na1T6x7o");
        message.Notes.Should().ContainSingle();
    }

    [Fact]
    public async Task Text_ThatWouldGrowWithoutBound_StopsGrowing()
    {
        var body = string.Concat(Enumerable.Repeat("{{long}}", 2_000));
        var message = await SentAsync(body, contact: $$$"""{"custom_fields":{"long":"{{{new string('x', 10_000)}}}"}}""");

        message.Text.Length.Should().BeLessThanOrEqualTo(body.Length + (256 * 1024));
        message.Text.Should().StartWith("xxxx").And.EndWith("{{long}}");
        message.Notes.Should().ContainSingle().Which.Should().Contain("too long");
    }

    [Fact]
    public async Task Text_OfAsManyPlaceholdersAsFields_TakesNoTimeThatGrowsWithTheirProduct()
    {
        const int Count = 60_000;
        var body = string.Concat(Enumerable.Range(0, Count).Select(number => $"{{{{f{number}}}}}"));
        var fields = string.Join(",", Enumerable.Range(0, Count).Select(number => $"\"f{number}\":{number % 10}"));

        // With a search through the fields for each placeholder it takes longer than this on any machine.
        var message = await SentAsync(body, contact: "{\"custom_fields\":{" + fields + "}}").WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        message.Text.Should().Be(string.Concat(Enumerable.Range(0, Count).Select(number => number % 10)));
    }

    [Theory]
    [InlineData("See https://shop.example/a?b=1.", "See ~.", "https://shop.example/a?b=1")]
    [InlineData("(http://shop.example), \"HTTPS://SHOP.example/x\"!", "(~), \"~\"!", "http://shop.example HTTPS://SHOP.example/x")]
    [InlineData("https://shop.example/{{messageId}}/{{plan}}", "~", "https://shop.example/Na1T6x7o/gold")]
    [InlineData("https://a.example https://b.example https://a.example", "~ ~ ~", "https://a.example https://b.example")]
    [InlineData("http:// https://... httpx://a.example shop.example", "http:// https://... httpx://a.example shop.example", "")]
    [InlineData("https://a.example/ü\nnext", "~\nnext", "https://a.example/ü")]
    public async Task Links_WhenWrapped_AreShownShort(string body, string shape, string urls)
    {
        var message = await SentAsync(body, wrapLinks: "true");

        message.Links.Select(link => link.Url).Should().Equal(urls.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        message.Links.Select(link => link.ShortUrl).Should().OnlyHaveUniqueItems();
        message.Links.Should().NotContain(link => !IsShort(link.ShortUrl));
        message.Links.Aggregate(message.Text, (text, link) => text.Replace(link.ShortUrl, "~", StringComparison.Ordinal)).Should().Be(shape);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("null")]
    public async Task Links_WhenNotWrapped_Stay(string wrapLinks)
    {
        var message = await SentAsync("https://shop.example/a", wrapLinks: wrapLinks);

        message.Text.Should().Be("https://shop.example/a");
        message.Links.Should().BeEmpty();
    }

    [Fact]
    public async Task Links_AreTheSameInEveryRun_AndOthersInEveryMessage()
    {
        var first = (await SentAsync("https://shop.example/a", wrapLinks: "true")).Links.Should().ContainSingle().Which;
        var second = (await SentAsync("https://shop.example/a", wrapLinks: "true")).Links.Should().ContainSingle().Which;

        first.Should().Be(new EmulatedLink("https://shop.example/a", "https://trk.example/gutBlR3"));
        second.ShortUrl.Should().NotBe(first.ShortUrl);
        first.ToString().Should().Be("EmulatedLink https://trk.example/gutBlR3");
    }

    [Fact]
    public async Task Links_BeyondAThousand_Stay()
    {
        var message = await SentAsync(string.Join(' ', Enumerable.Range(0, 1_002).Select(number => $"https://shop.example/{number}")), wrapLinks: "true");

        message.Links.Should().HaveCount(1_000);
        message.Text.Should().EndWith(" https://shop.example/1000 https://shop.example/1001");
        message.Notes.Should().ContainSingle().Which.Should().Contain("1000");
    }

    [Fact]
    public async Task Segments_AreThoseOfTheTextAsShown()
    {
        (await SentAsync("{{last_name}}")).Segments.Should().Be(SmsSegments.Measure("Ng {{first_name}}"));
        var unicode = (await SentAsync(new string('a', 70) + "…")).Segments;
        (unicode.Encoding, unicode.Segments, unicode.Units).Should().Be((SmsEncoding.Ucs2, 2, 71));
        unicode.ForcedUnicode.Should().ContainSingle().Which.Character.Should().Be("…");
    }

    private static bool IsShort(string url) => url.Length == 27 && url.StartsWith("https://trk.example/", StringComparison.Ordinal) && url[20..].All(char.IsAsciiLetterOrDigit);

    private async Task<EmulatedMessage> SentAsync(string body, string wrapLinks = "null", string contact = Contact)
    {
        await Caller.SendAsync(
            $$"""{"to":"+14155551234","list_number":"+18005551000","body":{{JsonSerializer.Serialize(body)}},"wrap_links":{{wrapLinks}},"contact_data":{{contact}}}""");
        return Emulator.Messages[^1];
    }
}
