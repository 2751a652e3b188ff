using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

public sealed class SearchTests(Browsers browsers) : InboxTest(browsers)
{
    // Each finds another message than the one before it.
    private static readonly (string Search, string Found)[] Searches =
    [
        ("415 555-0101", "The parcel is here"),
        ("+14155550102", "Your table is booked"),
        ("PARCEL", "The parcel is here"),
        ("is booked", "Your table is booked"),
        ("id:Na1T", "The parcel is here"),
        ("to:0102", "Your table is booked"),
        ("segments:1 parcel", "The parcel is here"),
    ];

    [Fact]
    public async Task Search_FindsByNumber_Text_AndTerms()
    {
        await Sender.SendAsync("The parcel is here", "+14155550101");
        await Sender.SendAsync("Your table is booked", "+14155550102");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);

        foreach (var (search, found) in Searches)
        {
            Page.Type("#search", search);
            await Soon.HoldsAsync(() => Page.Summary == "1 found" && Page.Bubbles.Count == 1 && Page.Bubbles[0] == found, () => $"{search}: {string.Join(", ", Page.Bubbles)}");
        }
    }

    [Fact]
    public async Task ExactlyAHundredMessages_OfferNoOlderOnes()
    {
        await Sender.SendManyAsync(100, i => $"Message {i}");

        await OpenAsync(Address);

        await Soon.HoldsAsync(() => Page.Bubbles.Count == 100);
        Page.IsShown("#older").Should().BeFalse();
    }

    [Fact]
    public async Task Search_CoversWhatThePageHasNotLoaded()
    {
        await Sender.SendAsync("A needle");
        await Sender.SendManyAsync(150, i => $"Straw {i}");
        await OpenAsync(Address);
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 100);
        Page.Bubbles.Should().NotContain("A needle");

        Page.Type("#search", "needle");

        await Soon.HoldsAsync(() => Page.Bubbles is ["A needle"]);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_SaysSo_AndEscapeShowsEverythingAgain()
    {
        await Sender.SendAsync("Something");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);

        Page.Type("#search", "anything else");
        await Soon.HoldsAsync(() => Page.IsShown("#nothing-found"));
        Page.TextOf("#nothing-found").Should().Contain("anything else");

        Page.Press(OpenQA.Selenium.Keys.Escape);
        await Soon.HoldsAsync(() => Page.Bubbles is ["Something"]);
        Page.IsShown("#nothing-found").Should().BeFalse();
    }

    [Fact]
    public async Task Arrivals_DuringASearch_AreShownIfTheyMatch()
    {
        await Sender.SendAsync("Order A-1");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        Page.Type("#search", "order");
        await Soon.IsAsync(() => Page.Summary, "1 found");

        await Sender.SendAsync("Invoice B-1");
        await Sender.SendAsync("Order A-2");

        await Soon.IsAsync(() => Page.Summary, "2 found");
        Page.Bubbles.Should().Equal("Order A-2", "Order A-1");
    }
}
