using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>Imports: bulk calls of 1,000, and exactly one result for each contact whatever happens.</summary>
public sealed class ContactImportTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_MoreThanACallTakes_IsOneCallForEach1000()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Count(1_000)).Responds(200, Count(1_000)).Responds(200, Count(7)));
        var progress = new Recorder();

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(2_007), new ContactImportOptions { Progress = progress }, Canceled).CollectAsync();

        ShouldBeComplete(results, 2_007);
        results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted && result.Failure == null);
        stub.Wire.Requests.Select(static request => request.Address.AbsoluteUri).Distinct().Should().Equal("https://app.tracklysms.com/api/v2/contacts/bulk");
        stub.Wire.Requests.SelectMany(GetNumbers).Should().Equal(results.Select(static result => result.Request!.PhoneNumber));
        progress.Reports.Select(static report => report.Completed).Should().Equal(1_000, 2_000, 2_007);
        progress.Reports[2].Should().Be(new ContactImportProgress { Accepted = 2_007, ContactsCreated = 2_007, ListContactsCreated = 2_007, JourneysEnrolled = 3 });
    }

    [Fact]
    public async Task ImportAsync_NoContacts_MakesNoCall()
    {
        using var stub = new StubbedClient(static _ => { });

        (await stub.Client.Contacts.ImportAsync(CreateMany(0), cancellationToken: Canceled).CollectAsync()).Should().BeEmpty();

        stub.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ImportAsync_RefusedContacts_HaveTheirCode()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200,
            """
            { "success_count": 2, "error_count": 2, "errors": [
                { "index": 1, "phone_number": "+14150000001", "code": "invalid_phone", "error": "Bad number" },
                { "phone_number": "+14150000003", "code": "brand_new", "error": "?", "validation": { "cached": true } } ] }
            """));

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(4), cancellationToken: Canceled).CollectAsync();

        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.Accepted, SendOutcome.Rejected);
        (results[1].ErrorCode, results[1].ErrorMessage, results[1].Failure).Should().Be((TracklyErrorCode.InvalidPhone, "Bad number", null));
        results[3].ErrorCode.Should().Be(new TracklyErrorCode("brand_new"));
        results[3].AdditionalProperties.Keys.Should().Equal("validation");
    }

    [Theory]
    [InlineData("""{ "success_count": 2, "error_count": 2, "errors": [{ "index": 1, "code": "invalid_phone" }] }""", "URUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [] }""", "UUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1 }""", "UUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [{ "code": "invalid_phone" }] }""", "UUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [{ "index": 4, "code": "invalid_phone" }] }""", "UUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [{ "index": -1 }] }""", "UUUU")]
    [InlineData("""{ "success_count": 2, "error_count": 2, "errors": [{ "index": 0 }, { "index": 0 }] }""", "RUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [null] }""", "UUUU")]
    [InlineData("""{ "success_count": 3, "error_count": 1, "errors": [{ "phone_number": "+1999" }] }""", "UUUU")]
    [InlineData("""{ "success_count": 5, "error_count": 0, "errors": [] }""", "UUUU")]
    [InlineData("""{ "success_count": 0, "error_count": 0, "errors": [] }""", "UUUU")]
    [InlineData("""{ "error_count": 0, "errors": [] }""", "UUUU")]
    [InlineData("""{ "success_count": "4", "errors": [] }""", "UUUU")]
    [InlineData("""{ "success_count": 4 }""", "AAAA")]
    [InlineData("""{ "success_count": 3, "errors": [{ "index": 2 }] }""", "AARA")]
    public async Task ImportAsync_CountsThatDoNotAgree_LeaveTheRestUnknown(string body, string expected)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(4), cancellationToken: Canceled).CollectAsync();

        string.Concat(results.Select(static result => $"{result.Outcome}"[0])).Should().Be(expected);
        results.Should().OnlyContain(static result => result.Failure == null);
    }

    [Fact]
    public async Task ImportAsync_TwoContactsWithOneNumberAndAnErrorWithoutAnIndex_AreUnknown()
    {
        using var stub = new StubbedClient(static wire =>
            wire.Responds(200, """{ "success_count": 1, "error_count": 1, "errors": [{ "phone_number": "+14155551234", "code": "not_sendable" }] }"""));
        UpsertContactRequest[] contacts = [new(Some.Recipient, Some.ListNumber), new(Some.Recipient, Some.ListNumber)];

        (await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync())
            .Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    [InlineData("{}")]
    [InlineData("""{ "success": true }""")]
    public async Task ImportAsync_AResponseThatCannotBeRead_IsUnknownForEach(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));

        (await stub.Client.Contacts.ImportAsync(CreateMany(2), cancellationToken: Canceled).CollectAsync())
            .Should().HaveCount(2).And.OnlyContain(static result => result.Outcome == SendOutcome.Unknown && result.Failure is TracklyResponseException);
    }

    [Fact]
    public async Task ImportAsync_ContactsThatAreNotValid_StayOutOfTheCall()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, """{ "success_count": 1, "error_count": 1, "errors": [{ "index": 1, "code": "not_sendable" }] }"""));
        UpsertContactRequest[] contacts =
        [
            new("415", Some.ListNumber),
            new("+14150000001", Some.ListNumber),
            null!,
            new("+14150000003", Some.ListNumber) { CustomFields = new() { ["n"] = new string('x', 4_000) } },
            new("+14150000004", Some.ListNumber),
        ];

        var results = await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync();

        ShouldBeComplete(results, 5);
        results.Select(static result => result.Outcome).Should().Equal(
            SendOutcome.NotSent, SendOutcome.Accepted, SendOutcome.NotSent, SendOutcome.NotSent, SendOutcome.Rejected);
        results.Where(static result => result.Outcome == SendOutcome.NotSent).Should().OnlyContain(static result => result.Failure is TracklyValidationException);
        GetNumbers(stub.Sent).Should().Equal("+14150000001", "+14150000004");
    }

    [Fact]
    public async Task ImportAsync_NothingValid_MakesNoCall()
    {
        using var stub = new StubbedClient(static _ => { });

        var results = await stub.Client.Contacts.ImportAsync(Enumerable.Repeat(new UpsertContactRequest("", ""), 2_500).AsAsync(), cancellationToken: Canceled).CollectAsync();

        ShouldBeComplete(results, 2_500);
        stub.Wire.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false, SendOutcome.Accepted)]
    [InlineData(true, SendOutcome.Unknown)]
    public async Task ImportAsync_TheResponseIsLost_IsRepeatedUnlessItMayText(bool useJourneys, SendOutcome outcome)
    {
        using var stub = new StubbedClient(static wire => wire.LosesTheResponse().Responds(200, Count(2)));
        var contacts = new[] { new UpsertContactRequest("+14150000000", Some.ListNumber), new UpsertContactRequest("+14150000001", Some.ListNumber) { UseJourneys = useJourneys } };

        var results = await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync();

        results.Should().HaveCount(2).And.OnlyContain(result => result.Outcome == outcome);
        stub.Wire.Requests.Should().HaveCount(useJourneys ? 1 : 2);
    }

    [Fact]
    public async Task ImportAsync_ACallFails_IsTheResultOfItsContactsAndTheNextGoesOn()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(402, """{ "error": "Pay", "code": "payment_failed" }""").Responds(200, Count(1)));

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(1_001), cancellationToken: Canceled).CollectAsync();

        results.Take(1_000).Should().OnlyContain(static result => result.Outcome == SendOutcome.Rejected && result.Failure is TracklyApiException);
        results[1_000].Outcome.Should().Be(SendOutcome.Accepted);
    }

    [Theory]
    [InlineData(400, "missing_contacts", typeof(TracklyInvalidRequestException), SendOutcome.Rejected)]
    [InlineData(401, "unauthorized", typeof(TracklyAuthenticationException), SendOutcome.Rejected)]
    [InlineData(402, "no_billing_config", typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(402, "no_payment_method", typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(402, "payment_failed", typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(402, "suspended", typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(413, "too_many_contacts", typeof(TracklyPayloadTooLargeException), SendOutcome.Rejected)]
    [InlineData(429, "slow_down", typeof(TracklyRateLimitException), SendOutcome.NotSent)]
    [InlineData(500, "internal_error", typeof(TracklyServerException), SendOutcome.Unknown)]
    public async Task ImportAsync_ADocumentedErrorOfTheCall_IsTheResultOfEachContact(int status, string code, Type type, SendOutcome outcome)
    {
        using var stub = new StubbedClient(wire => wire.Responds(status, $$"""{ "error": "No", "code": "{{code}}" }"""), static options => options.Retry.MaxRetryAttempts = 0);

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(3), cancellationToken: Canceled).CollectAsync();

        results.Should().HaveCount(3).And.OnlyContain(result => result.Outcome == outcome && result.Failure!.GetType() == type);
    }

    [Theory]
    [InlineData("missing_phone_number")]
    [InlineData("missing_list_number")]
    [InlineData("invalid_phone")]
    [InlineData("invalid_list_number")]
    [InlineData("list_not_found")]
    [InlineData("not_sendable")]
    [InlineData("validation_failed")]
    [InlineData("provider_error")]
    public async Task ImportAsync_ADocumentedErrorOfAContact_IsItsCode(string code)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, $$"""{ "success_count": 1, "error_count": 1, "errors": [{ "index": 0, "code": "{{code}}", "error": "No" }] }"""));

        var results = await stub.Client.Contacts.ImportAsync(CreateMany(2), cancellationToken: Canceled).CollectAsync();

        results[0].ErrorCode.ToString().Should().Be(code, "the SDK names it");
        results[1].Outcome.Should().Be(SendOutcome.Accepted);
    }

    [Fact]
    public async Task ImportAsync_RecipientPolicy_HoldsForContactsThatEnterJourneysAlone()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Count(2)), static options => options.RecipientPolicy = new() { Allow = { "+14150000001" } });
        UpsertContactRequest[] contacts =
        [
            new("+14150000000", Some.ListNumber) { UseJourneys = true },
            new("+14150000001", Some.ListNumber) { UseJourneys = true },
            new("+14150000002", Some.ListNumber),
        ];

        var results = await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync();

        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.NotSent, SendOutcome.Accepted, SendOutcome.Accepted);
        results[0].Failure.Should().BeOfType<TracklyRecipientBlockedException>();
        GetNumbers(stub.Sent).Should().Equal("+14150000001", "+14150000002");
    }

    [Fact]
    public async Task ImportAsync_EveryContactIsBlocked_MakesNoCall()
    {
        using var stub = new StubbedClient(static _ => { }, static options => options.RecipientPolicy = new() { BlockAll = true });
        var contacts = Enumerable.Range(0, 3).Select(static index => new UpsertContactRequest($"+1415000000{index}", Some.ListNumber) { UseJourneys = true });

        (await stub.Client.Contacts.ImportAsync(contacts.AsAsync(), cancellationToken: Canceled).CollectAsync())
            .Should().HaveCount(3).And.OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is TracklyRecipientBlockedException);

        stub.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ImportAsync_RecipientPolicyRedirects_SendsTheOtherNumberAndReportsTheRequest()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Count(1)), static options => options.RecipientPolicy = new() { RedirectTo = "+14155550000" });
        var contact = new UpsertContactRequest(Some.Recipient, Some.ListNumber) { UseJourneys = true, CustomFields = new() { ["a"] = "b" } };

        (await stub.Client.Contacts.ImportAsync(Enumerable.Repeat(contact, 1).AsAsync(), cancellationToken: Canceled).CollectAsync()).Single().Request.Should().Be(contact);

        stub.Sent.Body.Should().Contain("+14155550000").And.NotContain(Some.Recipient).And.Contain("\"custom_fields\":{\"a\":\"b\"}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void ImportAsync_BadArguments_ThrowAtOnce(int concurrency)
    {
        using var stub = new StubbedClient(static _ => { });

        stub.Client.Contacts.Invoking(static contacts => contacts.ImportAsync(null!)).Should().Throw<ArgumentNullException>().WithParameterName("contacts");
        stub.Client.Contacts.Invoking(contacts => contacts.ImportAsync(CreateMany(1), new() { MaxConcurrency = concurrency })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("MaxConcurrency must be from 1 to 64.*");
        stub.Client.Contacts.Invoking(static contacts => contacts.ImportAsync(CreateMany(1), new() { Request = new() { Timeout = TimeSpan.Zero } }))
            .Should().Throw<ArgumentException>().WithParameterName("options");
    }

    internal static IAsyncEnumerable<UpsertContactRequest> CreateMany(int count) =>
        Enumerable.Range(0, count).Select(static index => new UpsertContactRequest($"+1415{index:0000000}", Some.ListNumber)).AsAsync();

    internal static string Count(int contacts) =>
        $$"""{ "success_count": {{contacts}}, "error_count": 0, "errors": [], "contacts_created": {{contacts}}, "list_contacts_created": {{contacts}}, "journeys_enrolled": 1 }""";

    internal static void ShouldBeComplete(IReadOnlyList<ContactImportResult> results, int count) =>
        results.Select(static result => result.Index).Should().Equal(Enumerable.Range(0, count).Select(static index => (long)index));

    private static IEnumerable<string> GetNumbers(SentRequest request) =>
        JsonNode.Parse(request.Body!)!["contacts"]!.AsArray().Select(static contact => contact!["phone_number"]!.GetValue<string>());

    private sealed class Recorder : IProgress<ContactImportProgress>
    {
        public List<ContactImportProgress> Reports { get; } = [];

        public void Report(ContactImportProgress value) => Reports.Add(value);
    }
}
