using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Contacts, lists and phones of the emulator, through the client.</summary>
public sealed class TracklyEmulatorContactsTests : IAsyncLifetime
{
    private TracklyEmulator _emulator = null!;
    private TracklyClient _client = null!;

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    private string List => _emulator.ListNumber;

    public async ValueTask InitializeAsync()
    {
        _emulator = await TracklyEmulator.StartAsync(cancellationToken: Canceled);
        _client = CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Upsert_ANewContact_CanBeReadAndUpdated()
    {
        var request = new UpsertContactRequest(Some.Recipient, List) { SignupDate = DateTimeOffset.UnixEpoch, CustomFields = new() { ["first_name"] = "Ada", ["visits"] = 1 } };

        var first = await _client.Contacts.UpsertAsync(request, Canceled);
        var second = await _client.Contacts.UpsertAsync(request with { CustomFields = new() { ["visits"] = 2 } }, Canceled);
        var changed = await _client.Contacts.UpdateFieldsAsync(new UpdateContactFieldsRequest(Some.Recipient, List, new() { ["vip"] = true }) { MergeFields = false }, Canceled);
        var contact = await _client.Contacts.GetAsync(Some.Recipient, Canceled);

        (first.IsNewContact, first.IsNewListContact, second.IsNewContact, second.IsNewListContact).Should().Be((true, true, false, false));
        (first.ContactId, first.ListContactId).Should().Be((second.ContactId, second.ListContactId));
        changed.CustomFields.Should().ContainSingle().Which.Key.Should().Be("vip");
        contact!.Lists.Should().ContainSingle();
        (contact.Lists[0].ListNumber, contact.Lists[0].Active, contact.Lists[0].SignupDate).Should().Be((List, true, DateTimeOffset.UnixEpoch));
        contact.AdditionalProperties.Should().BeEmpty();
        contact.Lists[0].AdditionalProperties.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_NoSuchContactOrList_IsNull()
    {
        (await _client.Contacts.GetAsync("+14150000000", Canceled)).Should().BeNull();
        (await _client.Lists.GetAsync(4711, Canceled)).Should().BeNull();
    }

    [Fact]
    public async Task List_SeveralPages_ReturnsEachContactOnceNewestFirst()
    {
        await ImportAsync(25);

        var contacts = await _client.Contacts.ListAsync(new ContactFilter { ListNumber = List, PageSize = 10 }, Canceled).AsPages().CollectAsync();

        contacts.Select(static page => page.Contacts.Count).Should().Equal(10, 10, 5);
        contacts.Select(static page => page.Total).Should().AllBeEquivalentTo(25);
        contacts.SelectMany(static page => page.Contacts).Select(static contact => contact.PhoneNumber).Should().OnlyHaveUniqueItems().And.BeInDescendingOrder();
        (await _client.Contacts.ListAsync(new ContactFilter { Active = false }, Canceled).CollectAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Unsubscribe_AContact_DropsLaterMessages()
    {
        await ImportAsync(1);

        (await _client.Contacts.UnsubscribeAsync("+14150000000", List, Canceled)).Unsubscribed.Should().BeTrue();
        (await _client.Contacts.UnsubscribeAsync("+14150000000", List, Canceled)).Unsubscribed.Should().BeFalse();
        (await _client.Contacts.UnsubscribeAsync("+14159999999", List, Canceled)).Unsubscribed.Should().BeFalse();
        await _client.SendAsync(new SendRequest("+14150000000", List, "Hi"), Canceled);
        await _client.SendAsync(new SendRequest("+14159999999", List, "Hi"), Canceled);

        _emulator.Messages.Select(static message => (message.Status, message.StatusDetail)).Should().Equal(("dropped", "contact_blocked"), ("queued", null));
        (await _client.Contacts.ListAsync(new ContactFilter { Active = false }, Canceled).CollectAsync()).Should().ContainSingle().Which.Lists[0].Active.Should().BeFalse();
    }

    [Fact]
    public async Task Reply_StopAndStart_ChangeTheContact()
    {
        await ImportAsync(1);

        _emulator.Reply("+14150000000", "STOP", List);
        (await _client.Contacts.GetAsync("+14150000000", Canceled))!.Lists[0].Active.Should().BeFalse();
        _emulator.Reply("+14150000000", "START", List);
        (await _client.Contacts.GetAsync("+14150000000", Canceled))!.Lists[0].Active.Should().BeTrue();
    }

    [Fact]
    public async Task Lists_OfTheAccount_AreThoseOfTheEmulatorWithTheirContacts()
    {
        _emulator.Account.AddList("+18005553000", EmulatedListStatus.Paused);
        await ImportAsync(3);

        var lists = await _client.Lists.ListAsync(cancellationToken: Canceled);

        lists.Should().HaveCount(3);
        lists.Single(list => list.PhoneNumber == List).ContactCount.Should().Be(3);
        (await _client.Lists.ListAsync(TracklyListStatus.Paused, Canceled)).Should().ContainSingle().Which.PhoneNumber.Should().Be("+18005553000");
        (await _client.Lists.GetAsync(lists[1].Id, Canceled)).Should().Be(lists[1]);
    }

    [Fact]
    public async Task Validate_ANumberTwice_CostsOnce()
    {
        var first = await _client.Phones.ValidateAsync("(415) 555-1234", cancellationToken: Canceled);
        var second = await _client.Phones.ValidateAsync("+14155551234", cancellationToken: Canceled);
        var many = await _client.Phones.ValidateManyAsync(new List<string> { "+14155551234", "12", "+14155551235" }.AsAsync(), cancellationToken: Canceled).CollectAsync();

        (first.Phone, first.Cost, first.Cached).Should().Be(("+14155551234", 0.003m, false));
        (second.Cost, second.Cached).Should().Be((0m, true));
        many.Select(static result => result.Validation!.Disposition).Should().Equal(PhoneDisposition.Ok, PhoneDisposition.Invalid, PhoneDisposition.Ok);
    }

    [Fact]
    public async Task BillingError_ValidationsAndTheirImports_Get402()
    {
        _emulator.Account.BillingError = "no_payment_method";
        var validated = new UpsertContactRequest(Some.Recipient, List) { UseValidation = true };
        var upsert = () => _client.Contacts.UpsertAsync(validated, Canceled);
        var validate = () => _client.Phones.ValidateAsync(Some.Recipient, cancellationToken: Canceled);

        (await upsert.Should().ThrowExactlyAsync<TracklyApiException>()).Which.ErrorCode.Should().Be(TracklyErrorCode.NoPaymentMethod);
        (await validate.Should().ThrowExactlyAsync<TracklyApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.PaymentRequired);
        (await _client.Contacts.ImportAsync(new[] { validated }.AsAsync(), cancellationToken: Canceled).CollectAsync()).Single().Failure.Should().BeOfType<TracklyApiException>();
        (await _client.Contacts.GetAsync(Some.Recipient, Canceled)).Should().NotBeNull("the contact is created either way");
    }

    [Fact]
    public async Task Import_SomeContactsOfAnotherList_ReportsThemAlone()
    {
        var contacts = Enumerable.Range(0, 100).Select(index => new UpsertContactRequest($"+1415{index:0000000}", index % 10 == 3 ? "+18009999999" : List));

        var results = await _client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync();

        results.Where(static result => result.Outcome == SendOutcome.Rejected).Select(static result => result.Index % 10).Should().HaveCount(10).And.OnlyContain(static digit => digit == 3);
        results.Where(static result => result.Outcome == SendOutcome.Rejected).Should().OnlyContain(static result => result.ErrorCode == TracklyErrorCode.ListNotFound);
        results.Where(static result => result.Outcome == SendOutcome.Accepted).Should().HaveCount(90);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Import_FaultyRowsAndServerFaults_GiveEachRowExactlyOneResult(int concurrency)
    {
        const int Rows = 12_345;
        var calls = 0;
        _emulator.WhenCalled(_ => Interlocked.Increment(ref calls) % 5 == 3).RespondsWith(HttpStatusCode.ServiceUnavailable);
        var contacts = Enumerable.Range(0, Rows).Select(index => new UpsertContactRequest(index % 50 == 0 ? "call me" : $"+1415{index:0000000}", List));

        var results = await _client.Contacts.ImportAsync(contacts.AsAsync(), new ContactImportOptions { MaxConcurrency = concurrency }, Canceled).CollectAsync();

        results.Select(static result => result.Index).Should().Equal(Enumerable.Range(0, Rows).Select(static index => (long)index));
        results.Where(static result => result.Index % 50 == 0).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is TracklyValidationException);
        results.Where(static result => result.Index % 50 != 0).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        calls.Should().BeGreaterThan(13, "calls were repeated after a server fault");
        (await _client.Contacts.ListAsync(new ContactFilter { PageSize = 1_000 }, Canceled).CollectAsync()).Should().HaveCount(Rows - ((Rows + 49) / 50));
    }

    [Theory]
    [InlineData("POST", "v2/contacts", """{ "list_number": "+18005551000" }""", 400, "missing_phone_number")]
    [InlineData("POST", "v2/contacts", """{ "phone_number": "+14155551234" }""", 400, "missing_list_number")]
    [InlineData("POST", "v2/contacts", """{ "phone_number": "1", "list_number": "+18005551000" }""", 400, "invalid_phone")]
    [InlineData("POST", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "1" }""", 400, "invalid_list_number")]
    [InlineData("POST", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "+18009999999" }""", 400, "list_not_found")]
    [InlineData("POST", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "+18005551000", "custom_fields": { "a": [] } }""", 400, "invalid_custom_fields")]
    [InlineData("PUT", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "+18005551000" }""", 400, "missing_custom_fields")]
    [InlineData("PUT", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "+18005551000", "custom_fields": 1 }""", 400, "invalid_custom_fields")]
    [InlineData("PUT", "v2/contacts", """{ "phone_number": "+14155551234", "list_number": "+18005551000", "custom_fields": {} }""", 400, "contact_not_found")]
    [InlineData("POST", "v2/contacts/bulk", "{}", 400, "missing_contacts")]
    [InlineData("POST", "v2/contacts/bulk", """{ "contacts": [] }""", 400, "missing_contacts")]
    [InlineData("POST", "v1/phone/validate", "{}", 400, "missing_phones")]
    [InlineData("POST", "v1/phone/validate", """{ "phone": "1", "force": "yes" }""", 400, "invalid_force")]
    [InlineData("POST", "v1/phone/validate/batch", """{ "phones": [] }""", 400, "missing_phones")]
    [InlineData("GET", "v2/lists/7", "", 404, "not_found")]
    [InlineData("GET", "v2/contacts/%2B14155551234", "", 404, "contact_not_found")]
    [InlineData("GET", "v2/contacts?list_number=1", "", 400, "invalid_list_number")]
    [InlineData("POST", "v2/contacts", "[]", 400, null)]
    [InlineData("PATCH", "v2/contacts", "{}", 405, null)]
    [InlineData("POST", "v2/lists", "{}", 405, null)]
    [InlineData("GET", "v2/lists/7/contacts", "", 404, null)]
    public async Task AnInvalidCall_HasItsStatusAndCode(string method, string path, string body, int status, string? code)
    {
        using var http = new HttpClient { BaseAddress = _emulator.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("X-Api-Key", _emulator.ApiKey);

        using var response = await http.SendAsync(request, Canceled);

        ((int)response.StatusCode).Should().Be(status);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Canceled));
        json.RootElement.GetProperty("error").GetString().Should().NotBeNullOrEmpty();
        (json.RootElement.TryGetProperty("code", out var found) ? found.GetString() : null).Should().Be(code);
    }

    [Fact]
    public async Task Bulk_MoreThan1000_IsRefused()
    {
        using var http = new HttpClient { BaseAddress = _emulator.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Api-Key", _emulator.ApiKey);
        using var content = new StringContent($$"""{ "contacts": [{{string.Join(",", Enumerable.Repeat("{}", 1_001))}}] }""", System.Text.Encoding.UTF8, "application/json");

        using var response = await http.PostAsync("v2/contacts/bulk", content, Canceled);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(Canceled)).Should().Contain("too_many_contacts");
    }

    [Fact]
    public async Task WhenCalled_TheScriptOfACall_HoldsForItAlone()
    {
        _emulator.WhenCalled(static call => call.Path == "v2/contacts/bulk" && call.Body.Contains("+14150000000")).RespondsWith(HttpStatusCode.BadGateway)
            .WhenCalled(static call => call.Method == "DELETE").LosesTheAnswer();
        using var client = CreateClient(0);
        var unsubscribe = () => client.Contacts.UnsubscribeAsync("+14150000001", List, Canceled);

        var results = await client.Contacts.ImportAsync(Enumerable.Range(0, 1_002).Select(index => new UpsertContactRequest($"+1415{index:0000000}", List)).AsAsync(), cancellationToken: Canceled)
            .CollectAsync();
        await client.Contacts.UpsertAsync(new UpsertContactRequest("+14150000001", List), Canceled);

        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown && result.Failure is TracklyServerException);
        results.Skip(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        (await unsubscribe.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        (await client.Contacts.GetAsync("+14150000001", Canceled))!.Lists[0].Active.Should().BeFalse("the change was made, and its response lost");
    }

    [Fact]
    public async Task ControlApi_Contacts_AreListedWithTheirOptOuts()
    {
        await ImportAsync(3);
        await _client.Contacts.UnsubscribeAsync("+14150000001", List, Canceled);
        using var http = new HttpClient { BaseAddress = _emulator.InboxAddress };

        using var all = JsonDocument.Parse(await http.GetStringAsync("_emulator/contacts?limit=2", Canceled));
        using var inactive = JsonDocument.Parse(await http.GetStringAsync($"_emulator/contacts?account=default&active=false&list_number={Uri.EscapeDataString(List)}", Canceled));
        using var wrong = await http.GetAsync("_emulator/contacts?account=nobody", Canceled);

        all.RootElement.GetProperty("total").GetInt32().Should().Be(3);
        all.RootElement.GetProperty("contacts").GetArrayLength().Should().Be(2);
        inactive.RootElement.GetProperty("contacts").EnumerateArray().Should().ContainSingle().Which.GetProperty("phone_number").GetString().Should().Be("+14150000001");
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ControlApi_Contacts_SayWhoOptedOutAndHow_EvenNumbersThatAreNotContacts()
    {
        await ImportAsync(2);
        await _client.Contacts.UnsubscribeAsync("+14150000001", List, Canceled);
        _emulator.Reply("+14155550123", " stop ", List);
        using var http = new HttpClient { BaseAddress = _emulator.InboxAddress };

        using var all = JsonDocument.Parse(await http.GetStringAsync("_emulator/contacts", Canceled));
        using var second = JsonDocument.Parse(await http.GetStringAsync("_emulator/contacts?limit=2&page=2", Canceled));
        using var active = JsonDocument.Parse(await http.GetStringAsync("_emulator/contacts?active=true", Canceled));

        all.RootElement.GetProperty("total").GetInt32().Should().Be(3);
        all.RootElement.GetProperty("contacts").EnumerateArray().Select(Summarize).Should().Equal(
            "+14155550123 no contact, reply stop", "+14150000001 contact, api ", "+14150000000 contact, active");
        second.RootElement.GetProperty("contacts").EnumerateArray().Select(Summarize).Should().Equal("+14150000000 contact, active");
        active.RootElement.GetProperty("contacts").EnumerateArray().Select(Summarize).Should().Equal("+14150000000 contact, active");

        static string Summarize(JsonElement row)
        {
            var optOut = row.GetProperty("opt_out");
            var state = row.GetProperty("active").GetBoolean() ? "active" : $"{optOut.GetProperty("by").GetString()} {optOut.GetProperty("keyword").GetString()}";
            return $"{row.GetProperty("phone_number").GetString()} {(row.GetProperty("signup_date").ValueKind is JsonValueKind.Null ? "no contact" : "contact")}, {state}";
        }
    }

    [Fact]
    public async Task ControlApi_ACallOfContactsThatSucceeds_IsNotARefusedRequest()
    {
        await ImportAsync(1);
        await _client.Invoking(client => client.Contacts.UpsertAsync(new UpsertContactRequest("+14150000001", "+18005559999"), Canceled)).Should().ThrowAsync<TracklyException>();
        using var http = new HttpClient { BaseAddress = _emulator.InboxAddress };

        using var refused = JsonDocument.Parse(await http.GetStringAsync("_emulator/requests?refused=true", Canceled));

        refused.RootElement.GetProperty("refused").GetInt32().Should().Be(1);
        refused.RootElement.GetProperty("requests").EnumerateArray().Should().ContainSingle().Which.GetProperty("code").GetString().Should().Be("list_not_found");
    }

    [Fact]
    public async Task Reset_ClearsContacts()
    {
        await ImportAsync(2);

        _emulator.Reset();

        (await _client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync()).Should().BeEmpty();
    }

    private async Task ImportAsync(int count)
    {
        var contacts = Enumerable.Range(0, count).Select(index => new UpsertContactRequest($"+1415{index:0000000}", List));
        (await _client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync()).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
    }

    private TracklyClient CreateClient(int retries = 3) =>
        new(new TracklyClientOptions { ApiKey = _emulator.ApiKey, BaseAddress = _emulator.BaseAddress, Retry = { MaxRetryAttempts = retries, BaseDelay = TimeSpan.FromMilliseconds(1) } });
}
