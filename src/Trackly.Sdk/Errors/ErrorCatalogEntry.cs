namespace Trackly.Sdk;

/// <summary>All that the SDK knows about one error.</summary>
/// <param name="Code">The code as Trackly writes it. Empty in the rows that stand for a status without a known code.</param>
/// <param name="StatusCode">The documented HTTP status. Zero for a code that is the SDK's own, or that only an item of a batch has.</param>
/// <param name="Kind">The exception type.</param>
/// <param name="Advice">A sentence that tells a developer what to do.</param>
internal sealed record ErrorCatalogEntry(string Code, int StatusCode, ApiErrorKind Kind, string Advice);
