namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Creates and throws the same exception as an invalid send, and does nothing else.</summary>
internal sealed class ExceptionAlone
{
    private readonly IReadOnlyList<TracklyValidationError> _errors;

    public ExceptionAlone(Func<Task> failing)
    {
        try
        {
            failing().GetAwaiter().GetResult();
            throw new InvalidOperationException("It did not fail.");
        }
        catch (TracklyValidationException failure)
        {
            _errors = failure.Errors;
        }
    }

    /// <summary>Returns a failed task, so that the exception is thrown once, as by a failed validation.</summary>
    public Task<SendResponse> ThrowAsync() => Task.FromException<SendResponse>(new TracklyValidationException(_errors));
}
