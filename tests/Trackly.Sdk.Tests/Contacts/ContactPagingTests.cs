using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary>Pages of servers that ignore the number or the size of a page.</summary>
public sealed class ContactPagingTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(""", "pagination": { "page": 1 } """)]
    [InlineData(""", "pagination": { "page": 1, "per_page": 2, "total": 99, "total_pages": 50 } """)]
    public async Task ListAsync_ThePageIsIgnored_EndsWithAResponseException(string pagination)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, CreatePage(pagination, 1, 2)));
        List<Contact> contacts = [];
        var list = () => CollectAsync(stub, contacts);

        var exception = (await list.Should().ThrowExactlyAsync<TracklyResponseException>()).Which;

        exception.Message.Should().Be(
            "Page 2 of the contacts is page 1 again: the server does not go on, so the listing is not complete. Nothing changed: the same call may be made again.");
        contacts.Should().HaveCount(2, "the first page was whole");
        stub.Wire.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task ListAsync_SmallerPagesThanWereAskedFor_EndsWithAnEmptyPage()
    {
        const string Pagination = """, "pagination": { "per_page": 2 } """;
        using var stub = new StubbedClient(static wire =>
            wire.Responds(200, CreatePage(Pagination, 1, 2)).Responds(200, CreatePage(Pagination, 3)).Responds(200, CreatePage(Pagination)));

        var contacts = await stub.Client.Contacts.ListAsync(new ContactFilter { PageSize = 500 }, Canceled).CollectAsync();

        contacts.Select(static contact => contact.PhoneNumber).Should().Equal("+14150000001", "+14150000002", "+14150000003");
        stub.Wire.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task ListAsync_TheSameContactsOnTwoPagesThatAreCounted_IsNoRepeat()
    {
        // A contact that was added between the two pages moved the first one to the second page.
        using var stub = new StubbedClient(static wire => wire
            .Responds(200, CreatePage(""", "pagination": { "page": 1, "per_page": 1, "total_pages": 2 } """, 1))
            .Responds(200, CreatePage(""", "pagination": { "page": 2, "per_page": 1, "total_pages": 2 } """, 1)));

        (await stub.Client.Contacts.ListAsync(new ContactFilter { PageSize = 1 }, Canceled).CollectAsync()).Should().HaveCount(2);
    }

    private static async Task CollectAsync(StubbedClient stub, List<Contact> contacts)
    {
        await foreach (var contact in stub.Client.Contacts.ListAsync(new ContactFilter { PageSize = 2 }, Canceled))
        {
            contacts.Add(contact);
            if (contacts.Count > 10)
                break;
        }
    }

    private static string CreatePage(string pagination, params int[] numbers) =>
        $$"""{ "contacts": [{{string.Join(",", numbers.Select(static number => $$"""{ "phone_number": "+1415000000{{number}}" }"""))}}]{{pagination}}}""";
}
