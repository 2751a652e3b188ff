using Emulator.Browser.Tests.Support;
using Trackly.Sdk;

namespace Emulator.Browser.Tests;

public sealed class ContactsTests(Browsers browsers) : InboxTest(browsers)
{
    [Fact]
    public async Task AContactThatOptedOut_IsShownWithTheReason_AndItsNextMessageIsDropped()
    {
        using var trackly = CreateClient();
        await trackly.Contacts.UpsertAsync(new("+14155550123", Emulator.ListNumber), TestContext.Current.CancellationToken);
        await Sender.SendAsync("Still welcome");
        Page.Click("#view-contacts");
        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .chip") is ["active"]);

        Emulator.Reply("+14155550123", "STOP");

        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .chip") is ["opted out"]);
        Page.TextOf("#contact-rows .how").Should().StartWith("Replied STOP");
        await Sender.SendAsync("Too late");
        Page.Click("#contact-rows button");
        await Soon.HoldsAsync(() => Page.Texts(".thread .sent .status") is ["dropped"]);
        Page.TextOf(".thread .sent:last-child .bubble").Should().Be("Too late");
    }

    [Fact]
    public async Task Contacts_AreShownAsTheyChange_ByListAndByState()
    {
        using var trackly = CreateClient();
        Emulator.Account.AddList("+18005557777");
        await OpenAsync(Address);
        Page.Click("#view-contacts");
        await Soon.HoldsAsync(() => Page.IsShown("#no-contacts"));

        await trackly.Contacts.UpsertAsync(new("+14155550101", Emulator.ListNumber), TestContext.Current.CancellationToken);
        await trackly.Contacts.UpsertAsync(new("+14155550102", "+18005557777"), TestContext.Current.CancellationToken);
        await trackly.Contacts.UnsubscribeAsync("+14155550101", Emulator.ListNumber, TestContext.Current.CancellationToken);

        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .chip").Count == 2
            && Page.TextOf("#contact-rows .how").StartsWith("Opted out by your application", StringComparison.Ordinal));
        Page.TextOf("#summary").Should().Be("2 contacts");
        Page.Choose("#contact-list", "+18005557777");
        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .head .number") is ["+14155550102"]);
        Page.Choose("#contact-list", "all lists");
        Page.Choose("#contact-state", "opted out");
        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .head .number") is ["+14155550101"]);
        Page.TextOf("#refused-count").Should().BeEmpty("a call that succeeds is not refused");
    }

    [Fact]
    public async Task Contacts_AreSearched_ByNumber_NameAndState()
    {
        using var trackly = CreateClient();
        foreach (var (number, name) in new[] { ("+14155550101", "Ann"), ("+14155550102", "Ben"), ("+4915112345678", "Joanna") })
            await trackly.Contacts.UpsertAsync(new(number, Emulator.ListNumber) { CustomFields = new() { ["first_name"] = name } }, TestContext.Current.CancellationToken);
        Emulator.Reply("+14155550101", "STOP", Emulator.ListNumber);
        Page.Click("#view-contacts");
        await Soon.IsAsync(() => Page.Summary, "3 contacts");

        await FindAsync("ann", "2 contacts found", "+4915112345678", "+14155550101");
        await FindAsync("to:+1415 ben", "1 contact found", "+14155550102");
        await FindAsync("is:opted-out", "1 contact found", "+14155550101");
        await FindAsync("0151", "0 contacts found");
        Page.TextOf("#nothing-found").Should().Contain("0151");
        Page.IsShown("#no-contacts").Should().BeFalse();
        Page.Press(OpenQA.Selenium.Keys.Escape);
        await Soon.IsAsync(() => Page.Summary, "3 contacts");

        async Task FindAsync(string search, string summary, params string[] numbers)
        {
            Page.Type("#search", search);
            await Soon.HoldsAsync(() => Page.Summary == summary && Page.Texts("#contact-rows .head .number").SequenceEqual(numbers), () => $"{search}: {Page.Summary}");
        }
    }

    [Fact]
    public async Task CustomFields_AreShownAsTheyWereSent_LongNumbersToo()
    {
        const string Fields = """{"card":12345678901234567890,"rate":1.50,"vip":true,"name":"Ann"}""";
        var contact = $$"""{"phone_number":"+14155550101","list_number":"{{Emulator.ListNumber}}","custom_fields":{{Fields}}}""";
        (await Sender.PostAsync(contact, "v2/contacts")).EnsureSuccessStatusCode();
        Page.Click("#view-contacts");

        await Soon.HoldsAsync(() => Page.Texts("#contact-rows .small").Contains("card: 12345678901234567890, rate: 1.50, vip: true, name: Ann"));
    }

    private TracklyClient CreateClient() => new(new TracklyClientOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress });
}
