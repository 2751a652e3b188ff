namespace Trackly.Sdk.Testing.Api;

/// <summary>When and how a phone number opted out of a list.</summary>
/// <param name="At">The time.</param>
/// <param name="Keyword">The word that the phone replied. Null means that the application opted the number out through the API.</param>
internal sealed record OptOut(DateTimeOffset At, string? Keyword);
