using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Writes a failure as problem details, with <c>Retry-After</c> where the caller may repeat the request.</summary>
internal sealed class ProblemResult(TracklyException exception) : IResult
{
    public static int? GetRetryAfterSeconds(TracklyException exception) =>
        (exception as TracklyApiException)?.RetryAfter is { } wait ? (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) : null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = exception.ToProblemDetails();
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable && GetRetryAfterSeconds(exception) is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        // With AddProblemDetails the application's own customization applies. Without it, or for a caller that accepts no JSON, the details are
        // written as they are.
        var service = httpContext.RequestServices.GetService<IProblemDetailsService>();
        var details = new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem };
        if (service is not null && await service.TryWriteAsync(details).ConfigureAwait(false))
            return;
        JsonTypeInfo typeInfo = problem is HttpValidationProblemDetails
            ? ProblemJsonContext.Default.HttpValidationProblemDetails
            : ProblemJsonContext.Default.ProblemDetails;
        await httpContext.Response.WriteAsJsonAsync(problem, typeInfo, "application/problem+json", httpContext.RequestAborted).ConfigureAwait(false);
    }
}
