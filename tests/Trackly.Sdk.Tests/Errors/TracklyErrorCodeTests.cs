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
        { TracklyErrorCode.NotFound, "not_found" },
        { TracklyErrorCode.MissingPhoneNumber, "missing_phone_number" },
        { TracklyErrorCode.MissingCustomFields, "missing_custom_fields" },
        { TracklyErrorCode.InvalidCustomFields, "invalid_custom_fields" },
        { TracklyErrorCode.ContactNotFound, "contact_not_found" },
        { TracklyErrorCode.ListContactNotFound, "list_contact_not_found" },
        { TracklyErrorCode.MissingContacts, "missing_contacts" },
        { TracklyErrorCode.TooManyContacts, "too_many_contacts" },
        { TracklyErrorCode.NotSendable, "not_sendable" },
        { TracklyErrorCode.ValidationFailed, "validation_failed" },
        { TracklyErrorCode.ProviderError, "provider_error" },
        { TracklyErrorCode.MissingPhones, "missing_phones" },
        { TracklyErrorCode.TooManyPhones, "too_many_phones" },
        { TracklyErrorCode.InvalidForce, "invalid_force" },
        { TracklyErrorCode.NoBillingConfiguration, "no_billing_config" },
        { TracklyErrorCode.NoPaymentMethod, "no_payment_method" },
        { TracklyErrorCode.PaymentFailed, "payment_failed" },
        { TracklyErrorCode.Suspended, "suspended" },
        { TracklyErrorCode.InternalError, "internal_error" },
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
