namespace Trackly.Sdk.Tests.Errors;

public sealed class TracklyErrorCodeTests
{
    public static TheoryData<TracklyErrorCode, string> Known => new()
    {
        { TracklyErrorCode.MissingTo, "missing_to" },
        { TracklyErrorCode.MissingListNumber, "missing_list_number" },
        { TracklyErrorCode.MissingBody, "missing_body" },
        { TracklyErrorCode.InvalidPhone, "invalid_phone" },
        { TracklyErrorCode.InvalidListNumber, "invalid_list_number" },
        { TracklyErrorCode.ListNotFound, "list_not_found" },
        { TracklyErrorCode.WebhookNotConfigured, "webhook_not_configured" },
        { TracklyErrorCode.MissingApiKey, "missing_api_key" },
        { TracklyErrorCode.InvalidApiKey, "invalid_api_key" },
        { TracklyErrorCode.Unauthorized, "unauthorized" },
        { TracklyErrorCode.PayloadTooLarge, "payload_too_large" },
        { TracklyErrorCode.InvalidJson, "invalid_json" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_AnyOfThem_IsWrittenAsTracklyWritesIt(TracklyErrorCode code, string value)
    {
        code.ToString().Should().Be(value);
        code.Should().Be(new TracklyErrorCode(value));
    }

    [Fact]
    public void Value_OfNothing_IsEmpty()
    {
        default(TracklyErrorCode).Value.Should().BeEmpty();
        new TracklyErrorCode(null!).ToString().Should().BeEmpty();
    }
}
