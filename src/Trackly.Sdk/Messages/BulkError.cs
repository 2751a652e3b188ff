namespace Trackly.Sdk.Messages;

/// <summary>An entry of the error list of a bulk response; what is absent or of another type is null.</summary>
/// <param name="Index">The position of the message in the call, from 0.</param>
/// <param name="Number">The recipient.</param>
/// <param name="Code">Trackly's error code.</param>
/// <param name="Error">Trackly's own words.</param>
internal readonly record struct BulkError(int? Index, string? Number, string? Code, string? Error)
{
    /// <summary>Returns the name of the type alone: what a server writes may repeat the request.</summary>
    public override string ToString() => nameof(BulkError);
}
