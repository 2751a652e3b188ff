using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents what became of one contact of an import.</summary>
public sealed record ContactImportResult
{
    /// <summary>Gets the position among the contacts of the import, from 0.</summary>
    public long Index { get; init; }

    /// <summary>Gets a copy of the request as it was when the import read it. Null when the source returned null.</summary>
    public UpsertContactRequest? Request { get; init; }

    /// <summary>
    /// Gets the outcome: <see cref="SendOutcome.Accepted"/>; <see cref="SendOutcome.Rejected"/> with Trackly's <see cref="ErrorCode"/> or a <see cref="Failure"/>;
    /// <see cref="SendOutcome.NotSent"/> for a contact that is invalid, that is blocked, or whose call failed before it left; and <see cref="SendOutcome.Unknown"/> after a lost
    /// response, or when the response does not make clear which contacts it refused.
    /// </summary>
    public SendOutcome Outcome { get; init; }

    /// <summary>Gets the code with which Trackly refused this contact. Null when it did not, or gave none.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>Gets Trackly's own words about the error, which may repeat the contact. Null when there are none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets why the contact, or the call that carried it, failed. Null when the call was accepted.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Gets the members of the contact's error that this version of the SDK does not know, such as <c>validation</c>. Empty when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Returns the position, the outcome and the code, never the contact.</summary>
    /// <returns>A string such as <c>ContactImportResult { Index = 7, Outcome = Rejected, ErrorCode = invalid_phone }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"ContactImportResult {{ Index = {Index}, Outcome = {Outcome}, ErrorCode = {ErrorCode} }}");
}
