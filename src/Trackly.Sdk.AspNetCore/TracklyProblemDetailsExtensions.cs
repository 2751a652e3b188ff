using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Trackly.Sdk.AspNetCore;

namespace Trackly.Sdk;

/// <summary>Turns a failed send into problem details (RFC 9457) for the caller of your own API.</summary>
public static class TracklyProblemDetailsExtensions
{
    /// <summary>
    /// The problem type after which a caller must not repeat the request: the message may be queued, and the recipient may get it twice.
    /// </summary>
    public const string MessageMayBeQueuedType = "urn:trackly-sdk:message-may-be-queued";

    /// <summary>
    /// Creates problem details with a status, what became of the message, and the fields to fix. They hold nothing that Trackly wrote, no phone
    /// number and no key, and never a 401 for a fault of this service's own account. <c>outcome</c> is <c>unknown</c>, <c>not_sent</c> or
    /// <c>rejected</c>.
    /// </summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The problem details, with <c>retry_after</c> in seconds when Trackly named a time.</returns>
    public static ProblemDetails ToProblemDetails(this TracklyException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var problem = ProblemTable.Create(exception);
        problem.Extensions["outcome"] = exception.Outcome switch
        {
            SendOutcome.NotSent => "not_sent",
            SendOutcome.Rejected => "rejected",
            _ => "unknown",
        };
        if (ProblemResult.GetRetryAfterSeconds(exception) is { } seconds && problem.Status == StatusCodes.Status503ServiceUnavailable)
            problem.Extensions["retry_after"] = seconds;
        return problem;
    }

    /// <summary>Creates a result that writes <see cref="ToProblemDetails"/> and, when Trackly named a time, the header <c>Retry-After</c>.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The result to return from an endpoint.</returns>
    public static IResult ToProblemResult(this TracklyException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new ProblemResult(exception);
    }
}
