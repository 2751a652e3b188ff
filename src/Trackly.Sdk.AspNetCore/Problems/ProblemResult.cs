using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Writes a failure as problem details, with <c>Retry-After</c> where the caller may repeat the request.</summary>
internal sealed class ProblemResult(TracklyException exception) : IResult
{
    public static int? GetRetryAfterSeconds(TracklyException exception) =>
        (exception as TracklyApiException)?.RetryAfter is { } wait ? (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) : null;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = exception.ToProblemDetails();
        if (problem.Status == StatusCodes.Status503ServiceUnavailable && GetRetryAfterSeconds(exception) is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(problem).ExecuteAsync(httpContext);
    }
}
