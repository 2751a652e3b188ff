namespace Trackly.Sdk;

/// <summary>The request is invalid, and no byte of it was sent. <see cref="Errors"/> lists every error at once.</summary>
/// <param name="errors">The errors, at least one.</param>
public sealed class TracklyValidationException(IReadOnlyList<TracklyValidationError> errors)
    : TracklyException(Describe(errors), SendOutcome.NotSent, details: null)
{
    /// <summary>Gets every error of the request, in the order of the API's fields.</summary>
    public IReadOnlyList<TracklyValidationError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<TracklyValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"Nothing was sent: {string.Join(" ", errors.Select(static error => error.Message))}";
    }
}
