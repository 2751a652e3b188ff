using System.Net;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The search of <c>/_emulator/contacts</c>.</summary>
public sealed class ControlApiContactSearchTests : ControlApiTest
{
    private const string Ann = "+14155550101";
    private const string Ben = "+14155550102";
    private const string Zoe = "+4915112345678";

    [Theory]
    [InlineData("ann", Ann)]
    [InlineData("Ann", Ann)]
    [InlineData("a b", Ben)]
    [InlineData("a  b")]
    [InlineData("415 555-0102", Ben)]
    [InlineData("to:+49", Zoe)]
    [InlineData("from:7777", Ben)]
    [InlineData("is:active to:+1415", Ben)]
    [InlineData("is:opted-out", "+14155550199", Ann)]
    [InlineData("stop", "+14155550199", Ann)]
    [InlineData("42", Zoe)]
    [InlineData("https://zoe.example", Zoe)]
    [InlineData("nothing like it")]
    [InlineData("is:active", Zoe, Ben)]
    public async Task Search_FindsContacts(string search, params string[] expected)
    {
        await FillAsync();

        var found = (await CallAsync("GET", "/_emulator/contacts?search=" + Uri.EscapeDataString(search))).Json;

        found.GetProperty("contacts").EnumerateArray().Select(static contact => contact.GetProperty("phone_number").GetString()).Should().Equal(expected);
        found.GetProperty("total").GetInt32().Should().Be(expected.Length);
    }

    [Fact]
    public async Task Search_IsCombinedWithTheOtherParameters_AndPaged()
    {
        await FillAsync();

        var page = (await CallAsync("GET", "/_emulator/contacts?search=to:%2B1415&limit=1&page=3")).Json;
        var active = (await CallAsync("GET", "/_emulator/contacts?search=to:%2B1415&active=true&list_number=%2B18005557777")).Json;

        page.GetProperty("contacts").EnumerateArray().Should().ContainSingle().Which.GetProperty("phone_number").GetString().Should().Be(Ann);
        page.GetProperty("total").GetInt32().Should().Be(3);
        active.GetProperty("contacts").EnumerateArray().Should().ContainSingle().Which.GetProperty("phone_number").GetString().Should().Be(Ben);
    }

    [Fact]
    public async Task AnUnknownState_IsRefused()
    {
        var response = await CallAsync("GET", "/_emulator/contacts?search=is:lost");

        response.Status.Should().Be(HttpStatusCode.BadRequest);
        response.Error.Should().Be("search: is: must be followed by active or opted-out when contacts are searched.");
    }

    [Fact]
    public async Task ACustomFieldThatIsRepeated_HasItsLastValue()
    {
        using var caller = new RawCaller(Emulator);

        var created = await caller.SendAsync(
            $$"""{"phone_number":"{{Ann}}","list_number":"{{Emulator.ListNumber}}","custom_fields":{"a":"first","b":1.50,"a":"last"} }""", "v2/contacts");
        var contacts = (await CallAsync("GET", "/_emulator/contacts?search=last")).Json;

        created.Status.Should().Be(HttpStatusCode.OK);
        contacts.GetProperty("contacts")[0].GetProperty("custom_fields").GetRawText().Should().Be("""{"a":"last","b":1.50}""");
    }

    /// <summary>Three contacts, newest last, and two opt-outs, one of them of a number that is no contact.</summary>
    private async Task FillAsync()
    {
        Emulator.Account.AddList("+18005557777");
        using var trackly = new TracklyClient(new TracklyClientOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress });
        var canceled = TestContext.Current.CancellationToken;
        await trackly.Contacts.UpsertAsync(new(Ann, Emulator.ListNumber) { CustomFields = new() { ["first_name"] = "Ann" } }, canceled);
        await trackly.Contacts.UpsertAsync(new(Ben, "+18005557777") { CustomFields = new() { ["name"] = "Bea B.", ["tag"] = "a b" } }, canceled);
        await trackly.Contacts.UpsertAsync(new(Zoe, Emulator.ListNumber) { CustomFields = new() { ["first_name"] = "Zo\u00eb", ["points"] = 42, ["page"] = "https://zoe.example/" } }, canceled);
        Emulator.Reply(Ann, "STOP", Emulator.ListNumber);
        Emulator.Reply("+14155550199", "STOP", Emulator.ListNumber);
    }
}
