using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents a machine-readable error code. The set is open: a code that this SDK does not know keeps its value.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/> and the error table of each operation.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct TracklyErrorCode : IEquatable<TracklyErrorCode>
{
    private readonly string? _value;

    /// <summary>Creates a code.</summary>
    /// <param name="value">The code as Trackly writes it, for example <c>invalid_phone</c>. Null counts as empty.</param>
    public TracklyErrorCode(string? value) => _value = value;

    /// <summary>Gets <c>missing_to</c>: the recipient is missing.</summary>
    public static TracklyErrorCode MissingTo { get; } = new("missing_to");
    /// <summary>Gets <c>missing_list_number</c>: the number of the sending list is missing.</summary>
    public static TracklyErrorCode MissingListNumber { get; } = new("missing_list_number");
    /// <summary>Gets <c>missing_body</c>: the text of the message is missing.</summary>
    public static TracklyErrorCode MissingBody { get; } = new("missing_body");
    /// <summary>Gets <c>invalid_phone</c>: the recipient is not an E.164 phone number.</summary>
    public static TracklyErrorCode InvalidPhone { get; } = new("invalid_phone");
    /// <summary>Gets <c>invalid_list_number</c>: the number of the sending list is not an E.164 phone number.</summary>
    public static TracklyErrorCode InvalidListNumber { get; } = new("invalid_list_number");
    /// <summary>Gets <c>list_not_found</c>: the sending list does not exist or belongs to another account.</summary>
    public static TracklyErrorCode ListNotFound { get; } = new("list_not_found");
    /// <summary>Gets <c>webhook_not_configured</c>: the webhook of a bring-your-own-carrier (BYOC) list is not verified yet.</summary>
    public static TracklyErrorCode WebhookNotConfigured { get; } = new("webhook_not_configured");
    /// <summary>Gets <c>missing_api_key</c>: the request carried no API key.</summary>
    public static TracklyErrorCode MissingApiKey { get; } = new("missing_api_key");
    /// <summary>Gets <c>invalid_api_key</c>: the API key is unknown or revoked.</summary>
    public static TracklyErrorCode InvalidApiKey { get; } = new("invalid_api_key");
    /// <summary>Gets <c>unauthorized</c>: the same as <c>missing_api_key</c> and <c>invalid_api_key</c>, as some of Trackly's pages name it.</summary>
    public static TracklyErrorCode Unauthorized { get; } = new("unauthorized");
    /// <summary>Gets <c>payload_too_large</c>: the request is larger than Trackly accepts.</summary>
    public static TracklyErrorCode PayloadTooLarge { get; } = new("payload_too_large");
    /// <summary>Gets <c>missing_messages</c>: a bulk call has no message.</summary>
    public static TracklyErrorCode MissingMessages { get; } = new("missing_messages");
    /// <summary>Gets <c>too_many_messages</c>: a bulk call has more than 1,000 messages.</summary>
    public static TracklyErrorCode TooManyMessages { get; } = new("too_many_messages");
    /// <summary>Gets <c>not_found</c>: what the request asks for does not exist in this account.</summary>
    public static TracklyErrorCode NotFound { get; } = new("not_found");
    /// <summary>Gets <c>missing_phone_number</c>: the phone number of a contact is missing.</summary>
    public static TracklyErrorCode MissingPhoneNumber { get; } = new("missing_phone_number");
    /// <summary>Gets <c>missing_custom_fields</c>: an update of custom fields has none.</summary>
    public static TracklyErrorCode MissingCustomFields { get; } = new("missing_custom_fields");
    /// <summary>Gets <c>invalid_custom_fields</c>: the custom fields are not an object of strings, numbers and booleans.</summary>
    public static TracklyErrorCode InvalidCustomFields { get; } = new("invalid_custom_fields");
    /// <summary>Gets <c>contact_not_found</c>: the account has no contact with this number.</summary>
    public static TracklyErrorCode ContactNotFound { get; } = new("contact_not_found");
    /// <summary>Gets <c>list_contact_not_found</c>: the contact is not on this list.</summary>
    public static TracklyErrorCode ListContactNotFound { get; } = new("list_contact_not_found");
    /// <summary>Gets <c>missing_contacts</c>: a bulk call has no contacts.</summary>
    public static TracklyErrorCode MissingContacts { get; } = new("missing_contacts");
    /// <summary>Gets <c>too_many_contacts</c>: a bulk call has more than 1,000 contacts.</summary>
    public static TracklyErrorCode TooManyContacts { get; } = new("too_many_contacts");
    /// <summary>Gets <c>not_sendable</c>: the carrier check of a contact failed, or a voice-over-IP number was refused.</summary>
    public static TracklyErrorCode NotSendable { get; } = new("not_sendable");
    /// <summary>Gets <c>validation_failed</c>: the validation of a contact's number failed.</summary>
    public static TracklyErrorCode ValidationFailed { get; } = new("validation_failed");
    /// <summary>Gets <c>provider_error</c>: the provider of a check failed.</summary>
    public static TracklyErrorCode ProviderError { get; } = new("provider_error");
    /// <summary>Gets <c>missing_phones</c>: there is no phone number to validate.</summary>
    public static TracklyErrorCode MissingPhones { get; } = new("missing_phones");
    /// <summary>Gets <c>too_many_phones</c>: a batch has more than 500 phone numbers.</summary>
    public static TracklyErrorCode TooManyPhones { get; } = new("too_many_phones");
    /// <summary>Gets <c>invalid_force</c>: <c>force</c> is not a boolean.</summary>
    public static TracklyErrorCode InvalidForce { get; } = new("invalid_force");
    /// <summary>Gets <c>no_billing_config</c>: the account cannot be charged, because it has no billing configuration.</summary>
    public static TracklyErrorCode NoBillingConfiguration { get; } = new("no_billing_config");
    /// <summary>Gets <c>no_payment_method</c>: the account cannot be charged, because it has no payment method.</summary>
    public static TracklyErrorCode NoPaymentMethod { get; } = new("no_payment_method");
    /// <summary>Gets <c>payment_failed</c>: the payment failed.</summary>
    public static TracklyErrorCode PaymentFailed { get; } = new("payment_failed");
    /// <summary>Gets <c>suspended</c>: the account is suspended.</summary>
    public static TracklyErrorCode Suspended { get; } = new("suspended");
    /// <summary>Gets <c>internal_error</c>: the server failed.</summary>
    public static TracklyErrorCode InternalError { get; } = new("internal_error");
    /// <summary>Gets <c>invalid_json</c>: this SDK's own name for a value that JSON cannot express, such as NaN. Trackly has no code for it.</summary>
    public static TracklyErrorCode InvalidJson { get; } = new("invalid_json");

    /// <summary>Gets the code as Trackly writes it. Empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two codes.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(TracklyErrorCode left, TracklyErrorCode right) => left.Equals(right);

    /// <summary>Compares two codes.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(TracklyErrorCode left, TracklyErrorCode right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TracklyErrorCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TracklyErrorCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows the code, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented code, or <c>***</c>.</returns>
    public override string ToString() => Value.Length == 0 || ErrorCatalog.IsKnown(Value) ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="TracklyErrorCode"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<TracklyErrorCode>(static value => new TracklyErrorCode(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new TracklyErrorCode(value), static value => ((TracklyErrorCode)value).Value);
}
