using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/accounts</c>.</summary>
public sealed class ControlApiAccountsTests : ControlApiTest
{
    private protected override TracklyEmulatorOptions Options => new() { Accounts = { new EmulatedAccount("europe").AddKey("trk_europe") } };

    [Fact]
    public async Task Put_AnUnknownName_CreatesAnAccountThatSends()
    {
        var created = await CallAsync("PUT", "/_emulator/accounts/asia", """
            {"keys":["trk_asia"],"lists":[{"number":"+81312345678"},{"number":"+81312345679","status":"paused"}],"requests_per_second":5}
            """);

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Text.Should().Be(
            """{"name":"asia","api_key":null,"is_suspended":false,"requests_per_second":5,"""
            + """ "lists":[{"number":"+81312345678","status":"active"},{"number":"+81312345679","status":"paused"}],""".TrimStart()
            + """ "delivery":{"webhook_address":null,"report_delay_ms":1000,"messages_per_minute_per_list":null,"statuses":{"delivered":1}}}""".TrimStart());
        (await Caller.SendMessageAsync(list: "+81312345678", key: "trk_asia")).Status.Should().Be(HttpStatusCode.OK);
        (await CallAsync("GET", "/_emulator/accounts/asia")).Text.Should().Be(created.Text);
        (await CallAsync("GET", "/_emulator/accounts")).Json.GetProperty("accounts").GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task Put_ChangesOnlyWhatIsThere()
    {
        await CallAsync("PUT", "/_emulator/accounts/default", """
            {"delivery":{"webhook_address":"http://localhost:5000/hooks/a-secret","report_delay_ms":0,"messages_per_minute_per_list":60,"statuses":{"expired":1}},"requests_per_second":3}
            """);

        var changed = await CallAsync("PUT", "/_emulator/accounts/default", """{"is_suspended":true,"requests_per_second":null,"delivery":{"report_delay_ms":null}}""");

        changed.Status.Should().Be(HttpStatusCode.OK);
        changed.Text.Should().Contain("""is_suspended":true,"requests_per_second":null,"lists":[{"number":"+18005551000""")
            .And.EndWith("""delivery":{"webhook_address":"http://localhost:5000/***","report_delay_ms":null,"messages_per_minute_per_list":60,"statuses":{"expired":1}}}""", "the path of the address is a secret");
        Emulator.Account.Delivery.WebhookAddress.Should().Be(new Uri("http://localhost:5000/hooks/a-secret"));
        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Put_Keys_ReplacesThem()
    {
        await CallAsync("PUT", "/_emulator/accounts/default", """{"keys":["trk_new"]}""");

        (await Caller.SendMessageAsync()).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await Caller.SendMessageAsync(key: "trk_new")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"suspended":true}""", "suspended is not a member of an account: use is_suspended, requests_per_second, keys, lists, delivery.")]
    [InlineData("""{"is_suspended":"yes"}""", "is_suspended must be true or false.")]
    [InlineData("""{"requests_per_second":0}""", "requests_per_second must be a whole number from 1 to 2147483647, or null.")]
    [InlineData("""{"keys":["two words"]}""", "keys must be an array of strings of visible ASCII characters without spaces.")]
    [InlineData("""{"keys":["trk_europe"]}""", "keys has a key of another account: a key belongs to one account.")]
    [InlineData("""{"lists":{}}""", "lists must be an array of at most 1000 items.")]
    [InlineData("""{"lists":[{"number":"8005551000"}]}""", "lists[0].number must be in E.164 format, such as +18005551000.")]
    [InlineData("""{"lists":[{"number":"+18005551000","status":"busy"}]}""", "lists[0].status must be one of active, paused, unverified.")]
    [InlineData("""{"lists":[{"number":"+18005551000"},{"number":"+18005551000"}]}""", "lists[1].number is given twice.")]
    [InlineData("""{"delivery":{"webhook_address":"file:///etc/passwd"}}""", "delivery.webhook_address must be an absolute address with http:// or https:// and without a user name, or null.")]
    [InlineData("""{"delivery":{"report_delay_ms":-1}}""", "delivery.report_delay_ms must be a whole number from 0 to 86400000, or null.")]
    [InlineData("""{"delivery":{"messages_per_minute_per_list":0}}""", "delivery.messages_per_minute_per_list must be a whole number from 1 to 2147483647, or null.")]
    [InlineData("""{"delivery":{"statuses":{"gone":1}}}""", "delivery.statuses: A status must be one of delivered, undeliverable, expired, rejected, pending.")]
    [InlineData("""{"delivery":{"statuses":{"delivered":0}}}""", "delivery.statuses: At least one weight must be above 0.")]
    [InlineData("""{"delivery":{"delay":1}}""", "delivery.delay is not a member of delivery: use webhook_address, report_delay_ms, messages_per_minute_per_list, statuses.")]
    public async Task Put_AnInvalidMember_SaysWhatIsWrong_AndChangesNothing(string json, string error)
    {
        var before = (await CallAsync("GET", "/_emulator/accounts/default")).Text;

        var response = await CallAsync("PUT", "/_emulator/accounts/default", json);

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, error));
        (await CallAsync("GET", "/_emulator/accounts/default")).Text.Should().Be(before);
    }

    [Fact]
    public async Task Get_AnUnknownName_Is404() => (await CallAsync("GET", "/_emulator/accounts/asia")).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Put_AWebhookAddress_IsRefused_WhileOtherMachinesCanReachTheEmulator()
    {
        await using var open = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { Address = IPAddress.Any }, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var content = new StringContent("""{"delivery":{"webhook_address":"http://169.254.169.254/"}}""");

        using var response = await http.PutAsync(new Uri(open.InboxAddress, "/_emulator/accounts/default"), content, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("cannot be set over HTTP while the emulator listens beyond this machine");
        open.Account.Delivery.WebhookAddress.Should().BeNull();
    }
}
