namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>The body of a response as an operation understands it.</summary>
/// <param name="Kind">What the body says.</param>
/// <param name="Value">The response record. Null unless accepted.</param>
/// <param name="Problem">Completes "The response cannot be read: " when the body is unreadable. Null otherwise.</param>
internal readonly record struct ParsedResponse(ResponseKind Kind, object? Value = null, string? Problem = null);
