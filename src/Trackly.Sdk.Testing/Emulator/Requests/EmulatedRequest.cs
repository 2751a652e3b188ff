using System.Text.Json;

namespace Trackly.Sdk.Testing;

/// <summary>A request that a <see cref="TracklyEmulator"/> finds nothing wrong with, before anything becomes of it: what a scripted fault may depend on.</summary>
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

    /// <summary>Gets the text as it was sent: placeholders such as <c>{{messageId}}</c> are not filled in.</summary>
    public required string Body { get; init; }

    /// <summary>Gets whether links were to be wrapped; null when the request did not say.</summary>
    public bool? WrapLinks { get; init; }

    /// <summary>Gets the <c>contact_data</c> object; null when the request had none.</summary>
    public JsonElement? ContactData { get; init; }

    /// <summary>Gets the <c>metadata</c> object; null when the request had none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Gets the request's headers, found by name in any letter case; the value of <c>X-Api-Key</c> is replaced by <c>***</c>.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Gets the request's JSON as it was sent, with its spaces, line breaks and unknown fields.</summary>
    public required string RawJson { get; init; }

    /// <summary>Says nothing of the request, so that no number or text ends up in a log.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EmulatedRequest);
}
