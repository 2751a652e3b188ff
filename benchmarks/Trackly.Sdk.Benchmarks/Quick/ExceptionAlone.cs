namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Makes, throws and hands on the very exception that a failing call threw, and does nothing else.</summary>
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

#pragma warning disable CS1998 // No await: like a failed check, it throws before there is anything to wait for.
    public async Task<SendResponse> ThrowAsync() => throw new TracklyValidationException(_errors);
#pragma warning restore CS1998
}
