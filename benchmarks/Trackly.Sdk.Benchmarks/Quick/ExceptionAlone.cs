namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Makes and hands on the very exception that a failing call threw, and does nothing else.</summary>
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

    /// <summary>In a task that has failed already: like a failed check, it is thrown once, to whoever awaits.</summary>
    public Task<SendResponse> ThrowAsync() => Task.FromException<SendResponse>(new TracklyValidationException(_errors));
}
