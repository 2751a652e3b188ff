using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>A machine-readable error code. The set is open: a code that this SDK does not know keeps its value.</summary>
/// <remarks>Source: the error table of <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
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

    /// <summary>Gets <c>unauthorized</c>: the same as the two above, as some of Trackly's pages name it.</summary>
    public static TracklyErrorCode Unauthorized { get; } = new("unauthorized");

    /// <summary>Gets <c>payload_too_large</c>: the request is larger than Trackly takes.</summary>
    public static TracklyErrorCode PayloadTooLarge { get; } = new("payload_too_large");

    /// <summary>Gets <c>missing_messages</c>: a bulk call has no message.</summary>
    public static TracklyErrorCode MissingMessages { get; } = new("missing_messages");

    /// <summary>Gets <c>too_many_messages</c>: a bulk call has more than 1,000 messages.</summary>
    public static TracklyErrorCode TooManyMessages { get; } = new("too_many_messages");

    /// <summary>Gets <c>invalid_json</c>: this SDK's own name for a value that JSON has no form for, such as NaN. Trackly has no code for it.</summary>
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
    public sealed class StringJsonConverter : JsonConverter<TracklyErrorCode>
    {
        /// <inheritdoc/>
        public override TracklyErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? new TracklyErrorCode(reader.GetString()) : throw new JsonException("TracklyErrorCode must be a JSON string.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, TracklyErrorCode value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WriteStringValue(value.Value);
        }

        /// <inheritdoc/>
        public override TracklyErrorCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

        /// <inheritdoc/>
        public override void WriteAsPropertyName(Utf8JsonWriter writer, TracklyErrorCode value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WritePropertyName(value.Value);
        }
    }

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new TracklyErrorCode(value), static value => ((TracklyErrorCode)value).Value);
}
