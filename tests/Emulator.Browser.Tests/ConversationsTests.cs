using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>The conversations by number, which the page shows first.</summary>
public sealed class ConversationsTests(Browsers browsers) : InboxTest(browsers)
{
    private const string Ann = "+14155550101";
    private const string Ben = "+14155550102";

    protected override string View => "#/";

    [Fact]
    public async Task AConversation_ShowsMessages_RefusedRequests_LostResponses_Replies_AndItsState()
    {
        await Sender.SendAsync("Your code is 482913.", Ann);
        await Soon.NextMomentAsync();
        await Sender.ScriptAsync(new() { ["kind"] = "accept_then_reset", ["times"] = 1 });
        await Sender.Invoking(sender => sender.SendAsync("Lost", Ann)).Should().ThrowAsync<HttpRequestException>();
        await Soon.NextMomentAsync();
        await RefuseAsync(Ann);
        await Soon.NextMomentAsync();
        Emulator.Reply(Ann, "STOP");
        await Soon.NextMomentAsync();
        await Sender.SendAsync("Too late", Ann);
        await Soon.NextMomentAsync();
        await Sender.SendAsync("To somebody else", Ben);

        await Soon.HoldsAsync(() => Page.Texts("#conversations .head > .number") is [Ben, Ann]);
        Page.Click("#conversations > li:nth-child(2) > button");
        await Soon.HoldsAsync(() => Page.Texts("#thread-items > li:not(.day)").Count == 5);

        Page.TextOf("#conversations > li:nth-child(2) .counts").Should().Be("3 messages1 reply1 without a response1 refusedopted out");
        Page.TextOf("#conversations > li:nth-child(2) .chip").Should().Be("dropped");
        Page.Texts("#thread-items .bubble").Should().Equal("Your code is 482913.", "Lost", "Where is it?", "STOP", "Too late");
        Page.Texts("#thread-items .chip").Should().Equal("no response", "400 list_not_found", "opted out", "dropped");
        Page.TextOf("#thread-facts").Should().Be($"from {Emulator.ListNumber}opted out");
    }

    [Fact]
    public async Task TheNewestConversation_IsOpen_UntilAnotherIsChosen()
    {
        await Sender.SendAsync("First", Ann);
        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble") is ["First"]);

        await Sender.SendAsync("Second", Ben);
        await Soon.HoldsAsync(() => Page.Texts("#conversations .head > .number") is [Ben, Ann]);
        Page.TextOf("#thread-title").Should().Be(Ann, "a conversation stays when another one gets a message");
        Page.Click("#conversations > li:first-child > button");

        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble") is ["Second"]);
        Page.Run<string>("return location.hash;").Should().Be("#/c/" + Ben);
        Page.Run<object?>("history.back();");
        await Soon.HoldsAsync(() => Page.Run<string>("return location.hash;") == "#/");
    }

    [Fact]
    public async Task ALinkToAConversation_AndASearch_SurviveAReload()
    {
        await Sender.SendAsync("Apples", Ann);
        await Sender.SendAsync("Pears", Ben);

        await OpenAsync(new Uri(Address, $"#/c/{Ann}?q=pears"));

        await Soon.HoldsAsync(() => Page.Texts("#conversations .head > .number") is [Ben] && Page.Texts("#thread-items .bubble") is ["Apples"]);
        Page.Summary.Should().Be("1 number found");
        Page.Run<string>("return document.getElementById('search').value;").Should().Be("pears");
    }

    [Theory]
    [InlineData("is:refused", Ann)]
    [InlineData("to:0102", Ben)]
    public async Task Search_FindsConversations(string search, string number)
    {
        await RefuseAsync(Ann);
        await Sender.SendAsync("Pears", Ben);
        await Soon.HoldsAsync(() => Page.Texts("#conversations > li").Count == 2);

        Page.Type("#search", search);

        await Soon.HoldsAsync(() => Page.Texts("#conversations .head > .number") is [var found] && found == number);
    }

    [Fact]
    public async Task ARefusedRequest_LeadsToItsConversation_AsDoesTheConversationToAFault()
    {
        await RefuseAsync(Ann);
        Page.Click("#view-refused");
        await Soon.HoldsAsync(() => Page.Texts("#refused-list > li").Count == 1);

        Page.Click("#refused-list button");
        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble") is ["Where is it?"]);
        Page.Click("#fault-for-number");
        Page.Run<string>("return document.getElementById('to').value;").Should().Be(Ann);
        Page.Click("#switch-on");

        await Soon.HoldsAsync(() => Page.TextOf("#pill").Contains($"503 · next request to {Ann}", StringComparison.Ordinal), () => Page.TextOf("#pill"));
        Page.Press(OpenQA.Selenium.Keys.Escape);
        Page.Focused.Should().Contain("Fault for this number");
        Page.Click("#pill [title='Switch off']");
        await Soon.HoldsAsync(() => Page.TextOf("#pill").Length == 0);
    }

    [Fact]
    public async Task DeleteAll_LeavesNoConversation()
    {
        await RefuseAsync(Ann);
        await Sender.SendAsync("Hello", Ben);
        Emulator.Reply(Ben, "Hi");
        await Soon.HoldsAsync(() => Page.Texts("#conversations > li").Count == 2);

        Page.Click("#ask-clear");
        Page.Click("#clear");

        await Soon.HoldsAsync(() => Page.Texts("#conversations > li").Count == 0 && Page.IsShown("#empty") && Page.TextOf("#refused-count").Length == 0);
    }

    [Fact]
    public async Task TheCodeOfAMessage_IsCopiedAlone()
    {
        Chromium.GrantClipboard(Address);
        await Sender.SendAsync("Your code is 482913.", Ann);
        await Soon.HoldsAsync(() => Page.TextOf("#thread-items .chips button") == "Copy 482913");

        Page.Click("#thread-items .chips button");

        await Soon.IsAsync(() => Chromium.ReadClipboard(), "482913");
    }

    [Fact]
    public async Task Keys_MoveThroughTheConversations_AndShowThem()
    {
        await Sender.SendAsync("First", Ann);
        await Sender.SendAsync("Second", Ben);
        await Soon.HoldsAsync(() => Page.Texts("#conversations > li").Count == 2);
        Page.Press("/", OpenQA.Selenium.Keys.ArrowDown);

        Page.Press("j");
        await Soon.HoldsAsync(() => Page.TextOf("#thread-title") == Ann && Page.Texts("#thread-items .bubble") is ["First"]);
        Page.Press("k");
        await Soon.HoldsAsync(() => Page.Texts("#thread-items .bubble") is ["Second"]);
    }

    private async Task RefuseAsync(string to)
    {
        var request = new JsonObject { ["to"] = to, ["list_number"] = "+18005559999", ["body"] = "Where is it?" };
        (await Sender.PostAsync(request)).Dispose();
    }
}
