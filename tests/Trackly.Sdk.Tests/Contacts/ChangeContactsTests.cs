using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Contacts;

/// <summary><c>PUT v2/contacts</c> and <c>DELETE v2/contacts</c>.</summary>
public sealed class ChangeContactsTests
{
    private static readonly UpdateContactFieldsRequest Change = new(Some.Recipient, Some.ListNumber, new() { ["first_name"] = "Ada", ["visits"] = 4 });

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, ",\"merge_fields\":true")]
    [InlineData(false, ",\"merge_fields\":false")]
    public async Task UpdateFieldsAsync_TheDocumentedExchange_IsMade(bool? merge, string written)
    {
        using var stub = new StubbedClient(static wire =>
            wire.Responds(200, """{ "success": true, "list_contact_id": "65f1a2b3c4d5e6f7a8b9c0d2", "custom_fields": { "first_name": "Ada", "visits": 4, "vip": true } }"""));

        var response = await stub.Client.Contacts.UpdateFieldsAsync(Change with { MergeFields = merge }, Canceled);

        stub.Sent.Method.Should().Be(HttpMethod.Put);
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/contacts");
        stub.Sent.Body.Should().Be($$$"""{"phone_number":"+14155551234","list_number":"+18005551000","custom_fields":{"first_name":"Ada","visits":4}{{{written}}}}""");
        response.Should().Be(new UpdateContactFieldsResponse
        {
            ListContactId = "65f1a2b3c4d5e6f7a8b9c0d2",
            CustomFields = new() { ["first_name"] = "Ada", ["visits"] = 4L, ["vip"] = true },
        });
    }

    [Theory]
    [InlineData("contact_not_found", typeof(TracklyInvalidRequestException), "Create the contact first")]
    [InlineData("list_contact_not_found", typeof(TracklyInvalidRequestException), "Put the contact on this list first")]
    [InlineData("list_not_found", typeof(TracklyListNotFoundException), "Check that ListNumber")]
    [InlineData("missing_phone_number", typeof(TracklyInvalidRequestException), "Set PhoneNumber")]
    [InlineData("missing_list_number", typeof(TracklyInvalidRequestException), "Set ListNumber")]
    [InlineData("missing_custom_fields", typeof(TracklyInvalidRequestException), "Set CustomFields")]
    [InlineData("invalid_custom_fields", typeof(TracklyInvalidRequestException), "strings, numbers and booleans")]
    [InlineData("invalid_phone", typeof(TracklyInvalidRequestException), "in E.164 format")]
    [InlineData("invalid_list_number", typeof(TracklyInvalidRequestException), "in E.164 format")]
    public async Task UpdateFieldsAsync_ADocumentedError_IsItsException(string code, Type type, string advice)
    {
        using var stub = new StubbedClient(wire => wire.Responds(400, $$"""{ "error": "No", "code": "{{code}}" }"""));
        var update = () => stub.Client.Contacts.UpdateFieldsAsync(Change, new TracklyRequestOptions(), Canceled);

        var exception = (await update.Should().ThrowAsync<TracklyApiException>()).Which;

        exception.Should().BeOfType(type);
        exception.Message.Should().Contain(advice);
    }

    [Fact]
    public async Task UpdateFieldsAsync_InvalidRequests_SendNothing()
    {
        using var stub = new StubbedClient(static _ => { });
        var nothing = () => stub.Client.Contacts.UpdateFieldsAsync(new UpdateContactFieldsRequest("", "1", null!), Canceled);
        var large = () => stub.Client.Contacts.UpdateFieldsAsync(Change with { CustomFields = new() { ["n"] = new string('x', 4_000) } }, Canceled);

        (await nothing.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Select(static error => error.Field)
            .Should().Equal("phone_number", "list_number", "custom_fields");
        (await large.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Should().ContainSingle().Which.Code.Should().Be(TracklyErrorCode.PayloadTooLarge);
        stub.Wire.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnsubscribeAsync_TheDocumentedExchange_IsMade(bool changed)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, $$"""{ "success": true, "unsubscribed": {{(changed ? "true" : "false")}} }"""));

        (await stub.Client.Contacts.UnsubscribeAsync(Some.Recipient, Some.ListNumber, Canceled)).Unsubscribed.Should().Be(changed);

        stub.Sent.Method.Should().Be(HttpMethod.Delete);
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v2/contacts");
        stub.Sent.Body.Should().Be("""{"phone_number":"+14155551234","list_number":"+18005551000"}""");
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    [InlineData("{}")]
    [InlineData("""{ "success": true }""")]
    [InlineData("""{ "success": true, "unsubscribed": "yes" }""")]
    public async Task UnsubscribeAsync_NoWordOfAnOptOut_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));
        var unsubscribe = () => stub.Client.Contacts.UnsubscribeAsync(Some.Recipient, Some.ListNumber, new TracklyRequestOptions(), Canceled);

        (await unsubscribe.Should().ThrowExactlyAsync<TracklyResponseException>()).Which.Message.Should().Contain("The same call may be made again");
    }

    [Fact]
    public async Task EachChange_TheResponseIsLost_IsRepeatedInEveryMode()
    {
        using var stub = new StubbedClient(
            static wire => wire.LosesTheResponse().Responds(200, """{ "success": true, "custom_fields": {} }""").LosesTheResponse().Responds(502).Responds(200, """{ "unsubscribed": true }"""),
            static options => options.Retry.Mode = TracklyRetryMode.AtMostOnce);

        await stub.Client.Contacts.UpdateFieldsAsync(Change, Canceled);
        (await stub.Client.Contacts.UnsubscribeAsync(Some.Recipient, Some.ListNumber, Canceled)).Unsubscribed.Should().BeTrue();

        stub.Wire.Requests.Should().HaveCount(5);
    }

    [Fact]
    public async Task UnsubscribeAsync_InvalidNumbers_SendNothing()
    {
        using var stub = new StubbedClient(static _ => { });
        var unsubscribe = () => stub.Client.Contacts.UnsubscribeAsync(null!, "1", Canceled);

        (await unsubscribe.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Select(static error => error.Code)
            .Should().Equal(TracklyErrorCode.MissingPhoneNumber, TracklyErrorCode.InvalidListNumber);
    }
}
