namespace Trackly.Sdk;

/// <summary>The request is faulty and no byte of it was sent. <see cref="Errors"/> lists every fault at once.</summary>
/// <param name="errors">The faults, at least one.</param>
public sealed class TracklyValidationException(IReadOnlyList<TracklyValidationError> errors)
    : TracklyException(Sentence(errors), SendOutcome.NotSent, attempts: null, innerException: null)
{
    /// <summary>Every fault of the request, in the order of the API's fields.</summary>
    public IReadOnlyList<TracklyValidationError> Errors { get; } = errors;

    private static string Sentence(IReadOnlyList<TracklyValidationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return $"The message was not sent: {string.Join(" ", errors.Select(error => error.Message))}";
    }
}
