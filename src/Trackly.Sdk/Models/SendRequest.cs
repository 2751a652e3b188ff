using System.Text.Json.Nodes;

namespace Trackly.Sdk;

/// <summary>One SMS to send: the body of <c>POST v2/send</c>.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record SendRequest
{
    /// <summary>The recipient's phone number in E.164 format, for example <c>+14155551234</c>. Required.</summary>
    public required string To { get; init; }

    /// <summary>The phone number of the sending list in E.164 format, for example <c>+18005551000</c>. Required; it must belong to the account of the API key.</summary>
    public required string ListNumber { get; init; }

    /// <summary>
    /// The text of the message. Required, and more than white space. Trackly replaces <c>{{messageId}}</c> by the id of the message, and macros such as
    /// <c>{{first_name}}</c> by values of <see cref="ContactData"/>; this SDK sends them untouched.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>Whether Trackly wraps the URLs of the text in tracked short links. Null, the default, leaves the field out, so that Trackly's own default applies.</summary>
    public bool? WrapLinks { get; init; }

    /// <summary>Values for the macros of the text. Null, the default, leaves the field out.</summary>
    public ContactData? ContactData { get; init; }

    /// <summary>
    /// Your own keys and values, kept with the message, for example <c>new() { ["order_id"] = "A-1042" }</c>. Null, the default, leaves the field out.
    /// </summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Names the type and the length of the text, never its contents: what is logged by accident stays private.</summary>
    /// <returns>A text without a phone number, message text or metadata.</returns>
    public override string ToString() => $"SendRequest {{ Body = {Body?.Length ?? 0} characters }}";
}
