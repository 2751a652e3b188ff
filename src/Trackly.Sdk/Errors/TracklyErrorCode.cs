namespace Trackly.Sdk;

/// <summary>A machine-readable error code. The set is open: a code this SDK does not know keeps its value.</summary>
/// <param name="Value">The code as Trackly writes it, for example <c>invalid_phone</c>.</param>
/// <remarks>Source: the error table of <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public readonly record struct TracklyErrorCode(string Value)
{
    private readonly string? _value = Value;

    /// <summary>The code as Trackly writes it.</summary>
    public string Value
    {
        get => _value ?? "";
        init => _value = value;
    }

    /// <summary><c>missing_to</c>: the recipient is missing.</summary>
    public static TracklyErrorCode MissingTo { get; } = new("missing_to");

    /// <summary><c>missing_list_number</c>: the number of the sending list is missing.</summary>
    public static TracklyErrorCode MissingListNumber { get; } = new("missing_list_number");

    /// <summary><c>missing_body</c>: the text is missing.</summary>
    public static TracklyErrorCode MissingBody { get; } = new("missing_body");

    /// <summary><c>invalid_phone</c>: the recipient is not an E.164 phone number.</summary>
    public static TracklyErrorCode InvalidPhone { get; } = new("invalid_phone");

    /// <summary><c>invalid_list_number</c>: the number of the sending list is not an E.164 phone number.</summary>
    public static TracklyErrorCode InvalidListNumber { get; } = new("invalid_list_number");

    /// <summary><c>list_not_found</c>: the sending list does not exist or belongs to another account.</summary>
    public static TracklyErrorCode ListNotFound { get; } = new("list_not_found");

    /// <summary><c>webhook_not_configured</c>: the webhook of a bring-your-own-carrier (BYOC) list is not verified yet.</summary>
    public static TracklyErrorCode WebhookNotConfigured { get; } = new("webhook_not_configured");

    /// <summary><c>missing_api_key</c>: the request carried no API key.</summary>
    public static TracklyErrorCode MissingApiKey { get; } = new("missing_api_key");

    /// <summary><c>invalid_api_key</c>: the API key is unknown or revoked.</summary>
    public static TracklyErrorCode InvalidApiKey { get; } = new("invalid_api_key");

    /// <summary><c>unauthorized</c>: the same as the two above, as some of Trackly's pages name it.</summary>
    public static TracklyErrorCode Unauthorized { get; } = new("unauthorized");

    /// <summary><c>payload_too_large</c>: the request is larger than Trackly takes.</summary>
    public static TracklyErrorCode PayloadTooLarge { get; } = new("payload_too_large");

    /// <summary><c>invalid_json</c>: this SDK's own name for a value that JSON has no form for, such as NaN. Trackly has no code for it.</summary>
    public static TracklyErrorCode InvalidJson { get; } = new("invalid_json");

    /// <summary>Whether the code is one of those above.</summary>
    internal bool IsKnown => Value is "missing_to" or "missing_list_number" or "missing_body" or "invalid_phone" or "invalid_list_number" or "list_not_found"
        or "webhook_not_configured" or "missing_api_key" or "invalid_api_key" or "unauthorized" or "payload_too_large" or "invalid_json";

    /// <summary>Returns <see cref="Value"/> if it looks like a code, with numbers masked, and <c>***</c> if not: what a server echoes stays private.</summary>
    /// <returns>A text of lower-case letters, digits and underscores.</returns>
    public override string ToString() => Redaction.Word(Value);
}
