namespace Trackly.Sdk;

/// <summary>The request is invalid, and no byte of it was sent. <see cref="Errors"/> lists every error at once.</summary>
/// <param name="errors">The errors, at least one.</param>
public sealed class TracklyValidationException(IReadOnlyList<TracklyValidationError> errors)
    : TracklyException(Describe(errors), SendOutcome.NotSent, details: null)
{
    /// <summary>The message of a bulk call with a thousand wrong requests stays readable.</summary>
    private const int MaxDescribedErrors = 10;

    /// <summary>Gets every error of the request, in the order of the API's fields.</summary>
    public IReadOnlyList<TracklyValidationError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<TracklyValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var described = string.Join(" ", errors.Take(MaxDescribedErrors).Select(static error => error.Message));
        return errors.Count <= MaxDescribedErrors
            ? $"Nothing was sent: {described}"
            : FormattableString.Invariant($"Nothing was sent: {described} Errors has {errors.Count - MaxDescribedErrors:N0} more.");
    }
}
