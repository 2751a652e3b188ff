using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary><c>GET v2/contacts</c> and <c>GET v2/contacts/{phone_number}</c>.</summary>
public sealed class ReadContactsTests
{
    private const string Row =
        """
        { "phone_number": "+14155551234", "list_number": "+18005551000", "list_id": 42, "active": true, "signup_date": "2025-03-15T14:30:00", "signup_method": "api",
          "custom_fields": { "first_name": "Ada", "visits": 3, "vip": true }, "carrier": "T-Mobile", "line_type": "CELL PHONE", "timezone": "America/Los_Angeles", "is_valid": true,
          "send_count": 7, "click_count": 2, "revenue_total": 19.9, "conversion_count": 1, "last_sent_at": "2025-03-16T00:00:00Z", "last_clicked_at": null, "in_workflow": false }
        """;

    private const string Single =
        """
        { "phone_number": "+14155551234", "carrier": "T-Mobile", "line_type": "VOIP", "timezone": "America/Los_Angeles", "is_valid": true,
          "lists": [ { "list_id": 42, "list_number": "+18005551000", "active": false, "signup_date": "2025-03-15T14:30:00", "custom_fields": {}, "send_count": 7, "click_count": 2 } ] }
        """;

    private static readonly DateTimeOffset Signup = new(2025, 3, 15, 14, 30, 0, TimeSpan.Zero);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_DocumentedRow_IsAContactWithItsList()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreatePage(1, 1, Row)));

        var contacts = await stub.Client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync();

        contacts.Should().Equal(new Contact
        {
            PhoneNumber = Some.Recipient,
            Carrier = "T-Mobile",
            LineType = ContactLineType.CellPhone,
            Timezone = "America/Los_Angeles",
            IsValid = true,
            Lists =
            [
                new ContactMembership
                {
                    ListNumber = Some.ListNumber,
                    ListId = 42,
                    Active = true,
                    SignupDate = Signup,
                    SignupMethod = "api",
                    CustomFields = new() { ["first_name"] = "Ada", ["visits"] = 3L, ["vip"] = true },
                    SendCount = 7,
                    ClickCount = 2,
                    RevenueTotal = 19.9m,
                    ConversionCount = 1,
                    LastSentAt = new DateTimeOffset(2025, 3, 16, 0, 0, 0, TimeSpan.Zero),
                    InWorkflow = false,
                },
            ],
        });
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/contacts?page=1&per_page=500");
    }

    [Fact]
    public async Task ListAsync_WithAFilter_AsksForItOnEveryPage()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreatePage(1, 2, Row)).Responds(200, CreatePage(2, 2, Row)));
        var filter = new ContactFilter { ListNumber = Some.ListNumber, Active = false, PageSize = 1_000 };

        var listing = stub.Client.Contacts.ListAsync(filter, new TracklyRequestOptions(), Canceled);
        filter.Active = true;
        (await listing.CollectAsync()).Should().HaveCount(2);

        stub.Wire.Requests.Select(static request => request.Address.Query).Should().Equal(
            "?list_number=%2B18005551000&active=false&page=1&per_page=1000", "?list_number=%2B18005551000&active=false&page=2&per_page=1000");
    }

    [Fact]
    public async Task AsPages_EachPage_HasItsNumberAndTheCounts()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreatePage(1, 2, Row, Row)).Responds(200, CreatePage(2, 2, Row)));

        var pages = await stub.Client.Contacts.ListAsync(cancellationToken: Canceled).AsPages().CollectAsync();

        pages.Select(static page => (page.Page, page.Contacts.Count, page.Total, page.TotalPages)).Should().Equal((1, 2, 3, 2), (2, 1, 3, 2));
    }

    [Fact]
    public async Task ListAsync_TheLoopEndsEarly_FetchesNoFurtherPage()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreatePage(1, 9, Row, Row)));

        await foreach (var contact in stub.Client.Contacts.ListAsync(cancellationToken: Canceled))
        {
            contact.PhoneNumber.Should().Be(Some.Recipient);
            break;
        }

        stub.Wire.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{ "contacts": [], "pagination": { "page": 1, "per_page": 500, "total": 9, "total_pages": 9 } }""")]
    [InlineData("""{ "contacts": [] }""")]
    public async Task ListAsync_AnEmptyPage_IsTheLastWhateverTheCountsSay(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));

        (await stub.Client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync()).Should().BeEmpty();

        stub.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ListAsync_NoCounts_EndsWithAPageThatIsNotFull()
    {
        using var stub = new StubbedClient(static wire =>
            wire.Responds(200, $$"""{ "contacts": [{{Row}}, {{Row}}] }""").Responds(200, $$"""{ "contacts": [{{Row}}], "pagination": "none" }"""));

        (await stub.Client.Contacts.ListAsync(new ContactFilter { PageSize = 2 }, Canceled).CollectAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task ListAsync_CanceledWithinAPage_StopsThere()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, CreatePage(1, 1, Row, Row)));
        using var ofCall = new CancellationTokenSource();
        using var ofLoop = new CancellationTokenSource();

        (await CountUntilCanceledAsync(stub.Client.Contacts.ListAsync(cancellationToken: ofCall.Token), ofCall)).Should().Be(1);
        (await CountUntilCanceledAsync(stub.Client.Contacts.ListAsync(cancellationToken: Canceled).WithCancellation(ofLoop.Token), ofLoop)).Should().Be(1);
    }

    [Fact]
    public async Task ListAsync_CanceledWhileAPageIsOnItsWay_EndsTheCall()
    {
        using var stub = new StubbedClient(static wire => wire.Stalls());
        using var cancellation = new CancellationTokenSource();
        var listing = stub.Client.Contacts.ListAsync(cancellationToken: cancellation.Token).CollectAsync();

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => listing).Should().ThrowAsync<TracklyCanceledException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void ListAsync_APageSizeThatTracklyDoesNotTake_IsAnArgumentException(int size)
    {
        using var stub = new StubbedClient(static _ => { });

        stub.Client.Contacts.Invoking(contacts => contacts.ListAsync(new ContactFilter { PageSize = size })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("PageSize must be from 1 to 1,000.*");
    }

    [Fact]
    public async Task ListAsync_AListNumberThatIsNone_IsAValidationException()
    {
        using var stub = new StubbedClient(static _ => { });
        var list = () => stub.Client.Contacts.ListAsync(new ContactFilter { ListNumber = "8005551000" }, Canceled).CollectAsync();

        (await list.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Should().ContainSingle().Which.Field.Should().Be("list_number");
    }

    [Fact]
    public async Task ListAsync_APageOf5Megabytes_IsRead()
    {
        var row = $$"""{ "phone_number": "+14155551234", "custom_fields": { "n": "{{new string('x', 3_950)}}" } }""";
        using var stub = new StubbedClient(wire => wire.Responds(200, CreatePage(1, 1, [.. Enumerable.Repeat(row, 1_000)])));

        (await stub.Client.Contacts.ListAsync(new ContactFilter { PageSize = 1_000 }, Canceled).CollectAsync()).Should().HaveCount(1_000);
    }

    [Fact]
    public async Task GetAsync_DocumentedResponse_IsReturned()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Single));

        (await stub.Client.Contacts.GetAsync(Some.Recipient, Canceled)).Should().Be(new Contact
        {
            PhoneNumber = Some.Recipient,
            Carrier = "T-Mobile",
            LineType = ContactLineType.Voip,
            Timezone = "America/Los_Angeles",
            IsValid = true,
            Lists = [new ContactMembership { ListNumber = Some.ListNumber, ListId = 42, Active = false, SignupDate = Signup, SendCount = 7, ClickCount = 2 }],
        });
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/contacts/%2B14155551234");
    }

    [Theory]
    [InlineData(404, """{ "error": "Contact not found", "code": "contact_not_found" }""")]
    [InlineData(404, """{ "error": "Not found", "code": "not_found" }""")]
    [InlineData(404, """{ "error": "Not found" }""")]
    [InlineData(400, """{ "error": "Contact not found", "code": "contact_not_found" }""")]
    public async Task GetAsync_NotFound_IsNull(int status, string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(status, body));

        (await stub.Client.Contacts.GetAsync(Some.Recipient, new TracklyRequestOptions(), Canceled)).Should().BeNull();
    }

    [Theory]
    [InlineData(404, "<html>404</html>")]
    [InlineData(404, "")]
    [InlineData(404, """{ "error": "No such list", "code": "list_not_found" }""")]
    [InlineData(400, """{ "error": "Bad", "code": "invalid_phone" }""")]
    [InlineData(400, """{ "error": "Bad" }""")]
    public async Task GetAsync_AnotherError_IsAnException(int status, string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(status, body));
        var get = () => stub.Client.Contacts.GetAsync(Some.Recipient, Canceled);

        await get.Should().ThrowAsync<TracklyApiException>();
    }

    [Fact]
    public async Task EachRead_RecipientPolicy_DoesNotStandInTheWay()
    {
        using var stub = new StubbedClient(
            static wire => wire.Responds(200, Single).Responds(200, CreatePage(1, 1, Row)), static options => options.RecipientPolicy = new() { BlockAll = true });

        (await stub.Client.Contacts.GetAsync(Some.Recipient, Canceled)).Should().NotBeNull();
        (await stub.Client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync()).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    [InlineData("{}")]
    [InlineData("""{ "contacts": {}, "phone_number": 7 }""")]
    [InlineData("""{ "contacts": [null], "phone_number": "" }""")]
    [InlineData("""{ "contacts": [{ "carrier": "x" }] }""")]
    public async Task EachRead_NothingThatIsAContact_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));
        var list = () => stub.Client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync();
        var get = () => stub.Client.Contacts.GetAsync(Some.Recipient, Canceled);

        await list.Should().ThrowExactlyAsync<TracklyResponseException>();
        await get.Should().ThrowExactlyAsync<TracklyResponseException>();
    }

    [Fact]
    public async Task EachRead_AMemberOfAnotherType_IsAbsentOrAdditional()
    {
        string[] members =
        [
            "list_number", "list_id", "active", "signup_date", "signup_method", "custom_fields", "carrier", "line_type", "timezone", "is_valid", "send_count", "click_count",
            "revenue_total", "conversion_count", "last_sent_at", "last_clicked_at", "in_workflow", "lists", "new_member",
        ];
        foreach (var (member, value) in from member in members from value in HostileBodies.Values select (member, value))
        {
            var json = $$"""{ "phone_number": "+14155551234", "{{member}}": {{value}} }""";
            using var stub = new StubbedClient(wire => wire.Responds(200, json).Responds(200, $$"""{ "contacts": [{{json}}], "pagination": {{value}} }"""));

            var contact = (await stub.Client.Contacts.GetAsync(Some.Recipient, Canceled))!;
            var row = (await stub.Client.Contacts.ListAsync(cancellationToken: Canceled).CollectAsync()).Single();

            row.Lists.Should().ContainSingle(json);
            contact.AdditionalProperties.Values.Concat(row.AdditionalProperties.Values).Where(found => found.GetRawText() != value).Should().BeEmpty(json);
        }
    }

    [Fact]
    public async Task Contact_ThroughJson_IsTheSame()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Single));
        var contact = await stub.Client.Contacts.GetAsync(Some.Recipient, Canceled);

        JsonSerializer.Deserialize<Contact>(JsonSerializer.Serialize(contact)).Should().Be(contact);
    }

    private static string CreatePage(int page, int pages, params string[] rows) =>
        $$"""{ "contacts": [{{string.Join(",", rows)}}], "pagination": { "page": {{page}}, "per_page": 500, "total": 3, "total_pages": {{pages}} } }""";

    private static async Task<int> CountUntilCanceledAsync(PagedContacts contacts, CancellationTokenSource cancellation) =>
        await CountUntilCanceledAsync(contacts.WithCancellation(CancellationToken.None), cancellation);

    private static async Task<int> CountUntilCanceledAsync(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<Contact> contacts, CancellationTokenSource cancellation)
    {
        var count = 0;
        try
        {
            await foreach (var contact in contacts)
            {
                count += contact.Lists.Count;
                await cancellation.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            return count;
        }

        return -1;
    }
}
