using Polly.Timeout;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// The fault behind a failure, as it may be shown. The network quotes a malformed answer, and a handler of the host may quote the request: then only type and
/// scrubbed message of each exception remain.
/// </summary>
internal static class Cause
{
    public static Exception? Of(Exception? fault, SendCall call)
    {
        if (fault is null or RepeatedTransmissionException)
            return fault;
        var scrubber = new Scrubber(call);
        return ChainOf(fault).Any(link => scrubber.Finds(link.Message ?? "")) ? Replaced(fault, string.Join(" ---> ", ChainOf(fault).Select(Shown))) : fault;

        string Shown(Exception link) => $"{link.GetType()}: {scrubber.Scrub(link.Message ?? "")}";
    }

    /// <summary>The type says whether it was a time-out, to whoever looks.</summary>
    private static Exception Replaced(Exception fault, string message) => fault switch
    {
        OperationCanceledException => new OperationCanceledException(message),
        TimeoutRejectedException => new TimeoutRejectedException(message),
#if NET
        HttpRequestException request => new HttpRequestException(request.HttpRequestError, message),
#endif
        _ => new HttpRequestException(message),
    };

    private static IEnumerable<Exception> ChainOf(Exception fault)
    {
        if (fault is AggregateException many)
            return many.InnerExceptions.SelectMany(ChainOf);
        return fault.InnerException is { } inner ? ChainOf(inner).Prepend(fault) : [fault];
    }
}
