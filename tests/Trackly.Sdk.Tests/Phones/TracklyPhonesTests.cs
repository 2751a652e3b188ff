using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Phones;

/// <summary><c>POST v1/phone/validate</c>, from the request on the wire to the object.</summary>
public sealed class TracklyPhonesTests
{
    private const string Documented =
        """
        { "phone": "+14155551234", "valid": true, "line_type": "fixed line", "carrier": "T-Mobile", "carrier_raw": "T-MOBILE USA, INC.", "ported": false, "country": "US",
          "state": "CA", "city": "", "on_dnc": false, "disposition": "ok", "cost": 0.003, "cached": false }
        """;

    private static readonly string[] Members =
    [
        "phone", "valid", "line_type", "carrier", "carrier_raw", "ported", "country", "state", "city", "on_dnc", "disposition", "cost", "cached", "new_member",
    ];

    private static readonly PhoneValidation Validation = new()
    {
        Phone = "+14155551234",
        Valid = true,
        LineType = PhoneLineType.FixedLine,
        Carrier = "T-Mobile",
        CarrierRaw = "T-MOBILE USA, INC.",
        Ported = false,
        Country = "US",
        State = "CA",
        City = "",
        OnDoNotCallList = false,
        Disposition = PhoneDisposition.Ok,
        Cost = 0.003m,
        Cached = false,
    };

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ValidateAsync_DocumentedResponse_IsReturned()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));

        (await stub.Client.Phones.ValidateAsync("(415) 555-1234", cancellationToken: Canceled)).Should().Be(Validation);

        stub.Sent.Method.Should().Be(HttpMethod.Post);
        stub.Sent.Address.AbsoluteUri.Should().Be("https://app.tracklysms.com/api/v1/phone/validate");
        stub.Sent.Body.Should().Be("""{"phone":"(415) 555-1234"}""");
    }

    [Fact]
    public async Task ValidateAsync_WithForce_SaysSo()
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));

        await stub.Client.Phones.ValidateAsync("+14155551234", force: true, Canceled);

        JsonNode.Parse(stub.Sent.Body!)!["force"]!.GetValue<bool>().Should().BeTrue();
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task ValidateAsync_TheResponseIsLost_IsRepeatedUnlessEachCallCosts(bool force, int requests)
    {
        using var stub = new StubbedClient(static wire => wire.LosesTheResponse().Responds(200, Documented));
        var validate = () => stub.Client.Phones.ValidateAsync("+14155551234", force, new TracklyRequestOptions(), Canceled);

        if (force)
            (await validate.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Message.Should().Contain("may have been made and charged");
        else
            (await validate()).Should().Be(Validation);

        stub.Wire.Requests.Should().HaveCount(requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B")]
    public async Task ValidateAsync_NoNumber_IsAValidationException(string phone)
    {
        using var stub = new StubbedClient(static wire => wire.Responds(200, Documented));
        var validate = () => stub.Client.Phones.ValidateAsync(phone, cancellationToken: Canceled);

        (await validate.Should().ThrowExactlyAsync<TracklyValidationException>()).Which.Errors.Should().ContainSingle().Which.Field.Should().Be("phone");
        stub.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ValidateAsync_Null_IsAnArgumentException()
    {
        using var stub = new StubbedClient(static _ => { });
        var validate = () => stub.Client.Phones.ValidateAsync(null!, cancellationToken: Canceled);

        await validate.Should().ThrowAsync<ArgumentNullException>().WithParameterName("phone");
    }

    [Theory]
    [InlineData(402, "no_billing_config", typeof(TracklyApiException), "billing")]
    [InlineData(402, "no_payment_method", typeof(TracklyApiException), "payment method")]
    [InlineData(402, "payment_failed", typeof(TracklyApiException), "the payment failed")]
    [InlineData(402, "suspended", typeof(TracklyApiException), "suspended")]
    [InlineData(400, "invalid_force", typeof(TracklyInvalidRequestException), "boolean")]
    [InlineData(400, "missing_phones", typeof(TracklyInvalidRequestException), "phone number")]
    [InlineData(401, "unauthorized", typeof(TracklyAuthenticationException), "ApiKey")]
    public async Task ValidateAsync_ADocumentedError_IsItsException(int status, string code, Type type, string advice)
    {
        using var stub = new StubbedClient(wire => wire.Responds(status, $$"""{ "error": "No", "code": "{{code}}" }"""));
        var validate = () => stub.Client.Phones.ValidateAsync("+14155551234", cancellationToken: Canceled);

        var exception = (await validate.Should().ThrowAsync<TracklyApiException>()).Which;

        exception.Should().BeOfType(type);
        exception.ErrorCode.Should().Be(new TracklyErrorCode(code));
        exception.Message.Should().Contain(code).And.Contain(advice);
    }

    [Theory]
    [MemberData(nameof(HostileBodies.NoObject), MemberType = typeof(HostileBodies))]
    [InlineData("{}")]
    [InlineData("""{ "valid": "yes", "disposition": 1 }""")]
    public async Task ValidateAsync_NothingAboutTheNumber_IsAResponseException(string body)
    {
        using var stub = new StubbedClient(wire => wire.Responds(200, body));
        var validate = () => stub.Client.Phones.ValidateAsync("+14155551234", cancellationToken: Canceled);

        await validate.Should().ThrowExactlyAsync<TracklyResponseException>();
    }

    [Fact]
    public async Task ValidateAsync_AMemberOfAnotherType_IsAbsentOrAdditional()
    {
        foreach (var (member, value) in from member in Members from value in HostileBodies.Values select (member, value))
        {
            using var stub = new StubbedClient(
                wire => wire.Responds(200, $$"""{ "{{(member == "valid" ? "disposition" : "valid")}}": {{(member == "valid" ? "\"ok\"" : "true")}}, "{{member}}": {{value}} }"""));

            var validation = await stub.Client.Phones.ValidateAsync("+14155551234", cancellationToken: Canceled);

            validation.AdditionalProperties.Should().HaveCountLessThanOrEqualTo(1);
            validation.AdditionalProperties.Values.Where(found => found.GetRawText() != value).Should().BeEmpty();
        }
    }

    [Fact]
    public void PhoneValidation_ThroughJson_IsTheSame() =>
        JsonSerializer.Deserialize<PhoneValidation>(JsonSerializer.Serialize(Validation)).Should().Be(Validation);
}
