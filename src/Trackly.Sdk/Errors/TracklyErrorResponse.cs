using System.Net;

namespace Trackly.Sdk;

/// <summary>Represents an error response: its status and the envelope <c>{error, code?, message?}</c>, of which only <c>error</c> is certain.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/>.</remarks>
public sealed record TracklyErrorResponse
{
    /// <summary>Gets the HTTP status code.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>Gets the machine-readable <c>code</c>. Null when Trackly sent none.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>Gets <c>error</c>, as Trackly wrote it: it may repeat a phone number. Null when there is no readable envelope.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets <c>message</c>, as Trackly wrote it: it may repeat a phone number. Null when Trackly sent none.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets how long the server asked to wait, from <c>Retry-After</c>; zero for a date that has passed. Null when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the start of the response body, 64 KB at most. Null when it was empty.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Gets what became of a message whose only attempt got this response.</summary>
    internal SendOutcome UsualOutcome => StatusOutcome.Get((int)StatusCode, RetryAfter is not null);

    /// <summary>Returns the status and the code, never words of the server that may repeat a phone number.</summary>
    /// <returns>A string without a phone number or message text.</returns>
    public override string ToString() => $"TracklyErrorResponse {{ StatusCode = {(int)StatusCode}, ErrorCode = {ErrorCode?.ToString() ?? "none"} }}";
}
