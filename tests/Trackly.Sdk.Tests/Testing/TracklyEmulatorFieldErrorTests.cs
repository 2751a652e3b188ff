using System.Net;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The errors in fields, and their codes.</summary>
public sealed class TracklyEmulatorFieldErrorTests : EmulatorErrorTest
{
    private const string Good = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

    [Theory]
    [InlineData("""{"list_number":"+18005551000","body":"Hi"}""", "missing_to")]
    [InlineData("""{"to":null,"list_number":"+18005551000","body":"Hi"}""", "missing_to")]
    [InlineData("""{"to":"","list_number":"+18005551000","body":"Hi"}""", "missing_to")]
    [InlineData("""{"To":"+14155551234","list_number":"+18005551000","body":"Hi"}""", "missing_to")]
    [InlineData("{}", "missing_to")]
    [InlineData("""{"to":"+14155551234","body":"Hi"}""", "missing_list_number")]
    [InlineData("""{"to":"555","listNumber":"+18005551000","body":"Hi"}""", "missing_list_number")]
    [InlineData("""{"to":"+14155551234","list_number":"+18005551000"}""", "missing_body")]
    [InlineData("""{"to":"+14155551234","list_number":"+18005551000","body":" \n"}""", "missing_body")]
    [InlineData("""{"to":14155551234,"list_number":"+18005551000","body":"Hi"}""", "invalid_phone")]
    [InlineData("""{"to":["+14155551234"],"list_number":"+18005551000","body":"Hi"}""", "invalid_phone")]
    [InlineData("""{"to":"+14155551234","list_number":18005551000,"body":"Hi"}""", "invalid_list_number")]
    [InlineData("""{"to":"+14155551234","list_number":"8005551000","body":"Hi"}""", "invalid_list_number")]
    [InlineData("""{"to":"+14155551234","list_number":"+18005559999","body":"Hi"}""", "list_not_found")]
    [InlineData("""{"to":"+14155551234","list_number":"+18005552000","body":"Hi"}""", "webhook_not_configured")]
    public async Task Send_ADocumentedError_HasItsCode(string json, string code)
    {
        var response = await Caller.SendAsync(json);

        ShouldBeAnError(response, HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("14155551234")]
    [InlineData("0014155551234")]
    [InlineData("+04155551234")]
    [InlineData("+1")]
    [InlineData("+1415555123456789")]
    [InlineData("+1 4155551234")]
    [InlineData("+1-415-555-1234")]
    [InlineData("+14155551234 ")]
    [InlineData("+14155551234\\n")]
    [InlineData("+1415555123a")]
    [InlineData("+1415555123\u0664")]
    [InlineData("\uFF0B14155551234")]
    [InlineData("++4155551234")]
    public async Task Send_ANumberThatIsNotE164_IsInvalidPhone(string to)
    {
        var response = await Caller.SendAsync(Good.Replace("+14155551234", to, StringComparison.Ordinal));

        ShouldBeAnError(response, HttpStatusCode.BadRequest, "invalid_phone");
    }

    [Theory]
    [InlineData("\"body\":5", "body")]
    [InlineData("\"body\":\"Hi\",\"wrap_links\":\"true\"", "wrap_links")]
    [InlineData("\"body\":\"Hi\",\"wrap_links\":1", "wrap_links")]
    [InlineData("\"body\":\"Hi\",\"metadata\":[]", "metadata")]
    [InlineData("\"body\":\"Hi\",\"contact_data\":\"Ann\"", "contact_data")]
    [InlineData("\"body\":\"Hi\",\"contact_data\":{\"first_name\":1}", "first_name")]
    [InlineData("\"body\":\"Hi\",\"contact_data\":{\"last_name\":{}}", "last_name")]
    [InlineData("\"body\":\"Hi\",\"contact_data\":{\"timezone\":false}", "timezone")]
    [InlineData("\"body\":\"Hi\",\"contact_data\":{\"custom_fields\":[]}", "custom_fields")]
    public async Task Send_AWrongType_IsNamedWithoutACode(string fields, string name)
    {
        var response = await Caller.SendAsync($$"""{"to":"+14155551234","list_number":"+18005551000",{{fields}}}""");

        ShouldBeAnError(response, HttpStatusCode.BadRequest, code: null);
        response.Error.Should().Contain($" {name} ");
    }
}
