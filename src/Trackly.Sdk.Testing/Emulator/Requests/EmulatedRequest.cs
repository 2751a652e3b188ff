using System.Text.Json;

namespace Trackly.Sdk.Testing;

/// <summary>
/// A valid request to a <see cref="TracklyEmulator"/>, before it is queued: what the condition of <see cref="TracklyEmulator.When"/> looks at.
/// </summary>
public sealed record EmulatedRequest
{
    internal EmulatedRequest()
    {
    }

    /// <summary>Gets the name of the account that the key belongs to.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the recipient, in E.164 format.</summary>
    public required string To { get; init; }

    /// <summary>Gets the number of the sending list, in E.164 format.</summary>
    public required string ListNumber { get; init; }

    /// <summary>Gets the body as it was sent: placeholders such as <c>{{messageId}}</c> are not filled in.</summary>
    public required string Body { get; init; }

    /// <summary>Gets whether the request asks for wrapped links; null when it does not say.</summary>
    public bool? WrapLinks { get; init; }

    /// <summary>Gets the <c>contact_data</c> object; null when the request has none.</summary>
    public JsonElement? ContactData { get; init; }

    /// <summary>Gets the <c>metadata</c> object; null when the request has none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>
    /// Gets the request's headers, by case-insensitive name. The value of <c>X-Api-Key</c> is replaced by <c>***</c>, and a value is cut after 4,096
    /// characters.
    /// </summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Gets the request's JSON as it was sent, with its spaces, line breaks and unknown fields.</summary>
    public required string RawJson { get; init; }

    /// <summary>Gets why Trackly would drop the message after queueing it. Null means that it would not.</summary>
    internal string? DropReason { get; init; }

    /// <summary>Gets how much memory <see cref="ContactData"/> and <see cref="Metadata"/> take together.</summary>
    internal long DocumentBytes { get; init; }

    /// <summary>Returns the name of the type alone, so that no number or body ends up in a log.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmulatedRequest);
}
