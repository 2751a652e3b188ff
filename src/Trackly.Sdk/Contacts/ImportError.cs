using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Contacts;

/// <summary>What the response to a bulk call says about one contact.</summary>
internal sealed class ImportError
{
    /// <summary>Gets the position in the call, from 0. Null when Trackly sent none.</summary>
    public int? Index { get; init; }

    public string? PhoneNumber { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Others { get; init; } = ResponseObject.NoProperties;
}
