using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Lists;

/// <summary><c>GET v2/lists</c> and <c>GET v2/lists/{id}</c>, from the request on the wire to the object.</summary>
public sealed class TracklyListsTests
{
    private const string Documented =
        """
        { "id": 42, "phone_number": "+18005551000", "brand_name": "Acme", "list_name": "Customers", "list_type": "infobip", "status": "active", "contact_count": 1234,
          "created_at": "2025-03-15T14:30:00Z" }
        """;

    private static readonly string[] Members = ["id", "phone_number", "brand_name", "list_name", "list_type", "status", "contact_count", "created_at", "new_member"];

    private static readonly TracklyList List = new()
    {
        Id = 42,
        PhoneNumber = "+18005551000",
        BrandName = "Acme",
        ListName = "Customers",
        ListType = TracklyListType.Infobip,
        Status = TracklyListStatus.Active,
        ContactCount = 1234,
        CreatedAt = new DateTimeOffset(2025, 3, 15, 14, 30, 0, TimeSpan.Zero),
    };

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_DocumentedResponse_IsReturned()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, $$"""{ "lists": [{{Documented}}, { "id": 7, "created_at": "2025-03-15T14:30:00" }] }"""));

        var lists = await stub.Client.Lists.ListAsync(cancellationToken: Canceled);

        lists.Should().Equal(List, new TracklyList { Id = 7, CreatedAt = List.CreatedAt });
        stub.Sent.Method.Should().Be(HttpMethod.Get);
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/lists");
        stub.Sent.Body.Should().BeNull();
        stub.Sent.Key.Should().Be(Some.Key);
    }

    [Theory]
    [InlineData("deleted", "?status=deleted")]
    [InlineData("on hold&x=1", "?status=on%20hold%26x%3D1")]
    [InlineData("", "")]
    public async Task ListAsync_WithAStatus_AsksForIt(string status, string query)
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, """{ "lists": [] }"""));

        (await stub.Client.Lists.ListAsync(new TracklyListStatus(status), Canceled)).Should().BeEmpty();

        stub.Sent.Address.Query.Should().Be(query);
    }

    [Fact]
    public async Task GetAsync_DocumentedResponse_IsReturned()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));

        (await stub.Client.Lists.GetAsync(42, Canceled)).Should().Be(List);

        stub.Sent.Address.AbsolutePath.Should().Be("/api/v2/lists/42");
    }

    [Fact]
    public async Task GetAsync_NotFound_IsNull()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(404, """{ "error": "List not found", "code": "not_found" }"""));

        (await stub.Client.Lists.GetAsync(7, Canceled)).Should().BeNull();
    }

    [Theory]
    [InlineData("<html>404 Not Found</html>")]
    [InlineData("""{ "error": "No such page" }""")]
    [InlineData("")]
    public async Task GetAsync_A404ThatIsNotTracklys_IsAnException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(404, body));

        var get = () => stub.Client.Lists.GetAsync(7, Canceled);

        (await get.Should().ThrowExactlyAsync<TracklyApiException>()).Which.Message.Should().Contain("Check BaseAddress");
    }

    [Theory]
    [InlineData(401, "unauthorized", typeof(TracklyAuthenticationException))]
    [InlineData(403, null, typeof(TracklyPermissionException))]
    [InlineData(400, "brand_new", typeof(TracklyInvalidRequestException))]
    public async Task ListAsync_AnError_IsItsException(int status, string? code, Type type)
    {
        using var stub = new StubbedClient(wire => wire.Responds(status, $$"""{ "error": "No", "code": {{JsonSerializer.Serialize(code)}} }"""));

        var list = () => stub.Client.Lists.ListAsync(cancellationToken: Canceled);

        (await list.Should().ThrowAsync<TracklyApiException>()).Which.Should().BeOfType(type);
    }

    [Fact]
    public async Task ListAsync_TheResponseIsLost_IsRepeatedInEveryMode()
    {
        using var stub = new StubbedClient(
            static wire => wire.LosesTheResponse().Responds(502).Responds(200, """{ "lists": [] }"""), static options => options.Retry.Mode = TracklyRetryMode.AtMostOnce);

        (await stub.Client.Lists.ListAsync(cancellationToken: Canceled)).Should().BeEmpty();

        stub.Wire.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task ListAsync_NothingResponds_SaysThatTheCallMayBeMadeAgain()
    {
        using var stub = new StubbedClient(static wire => wire.LosesTheResponse(), static options => options.Retry.MaxRetryAttempts = 0);

        var list = () => stub.Client.Lists.ListAsync(null, new TracklyRequestOptions(), Canceled);

        (await list.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Message
            .Should().Be("No response came from app.tracklysms.com. Nothing was read: the same call may be made again.");
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    public async Task EachRead_NoObject_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));
        var list = () => stub.Client.Lists.ListAsync(cancellationToken: Canceled);
        var get = () => stub.Client.Lists.GetAsync(42, Canceled);

        await list.Should().ThrowExactlyAsync<TracklyResponseException>();
        await get.Should().ThrowExactlyAsync<TracklyResponseException>();
    }

    [Fact]
    public async Task EachRead_AMemberOfAnotherType_IsAbsentOrAdditional()
    {
        foreach (var (member, value) in from member in Members from value in HostileBodies.Values select (member, value))
        {
            var json = $$"""{ {{(member == "id" ? "" : "\"id\": 42,")}} "{{member}}": {{value}} }""";
            using var stub = new StubbedClient(wire => wire.Responds(200, json).Responds(200, $$"""{ "lists": [{{json}}] }"""));

            var list = await CatchAsync(() => stub.Client.Lists.GetAsync(42, Canceled));
            var same = await CatchAsync(async () => (await stub.Client.Lists.ListAsync(cancellationToken: Canceled)).Single());

            same.Should().Be(list, json);
            if (list is { AdditionalProperties.Count: > 0 })
                list.AdditionalProperties.Should().ContainKey(member).WhoseValue.GetRawText().Should().Be(value);
        }
    }

    [Theory]
    [InlineData("""{ "lists": null }""")]
    [InlineData("""{ "lists": {} }""")]
    [InlineData("""{ "lists": [null] }""")]
    [InlineData("""{ "lists": [{ "phone_number": "+18005551000" }] }""")]
    [InlineData("""{ }""")]
    public async Task ListAsync_NoListsWithIds_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));

        var list = () => stub.Client.Lists.ListAsync(cancellationToken: Canceled);

        (await list.Should().ThrowExactlyAsync<TracklyResponseException>()).Which.Message.Should().Contain("Nothing changed").And.NotContain("+1800");
    }

    [Fact]
    public void TracklyList_ThroughJson_IsTheSame() =>
        JsonSerializer.Deserialize<TracklyList>(JsonSerializer.Serialize(List)).Should().Be(List);

    /// <summary>Null for a response that cannot be read, which an object without a usable id is.</summary>
    private static async Task<TracklyList?> CatchAsync(Func<Task<TracklyList?>> get)
    {
        try
        {
            return await get();
        }
        catch (TracklyResponseException)
        {
            return null;
        }
    }
}
