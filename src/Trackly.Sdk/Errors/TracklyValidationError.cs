namespace Trackly.Sdk;

/// <summary>Represents one error of a request.</summary>
/// <param name="Code">The code that the API has for this error, for example <see cref="TracklyErrorCode.InvalidPhone"/>.</param>
/// <param name="Field">The field by its JSON name, for example <c>list_number</c>.</param>
/// <param name="Message">A sentence that says what is wrong and what would be right. It never repeats the value.</param>
public sealed record TracklyValidationError(TracklyErrorCode Code, string Field, string Message);
