using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>429 and 503 with a Retry-After: a proper one, and ones that a client must not misread.</summary>
public static class RetryAfterResponses
{
    public static Fault TooManyRequestsRetryAfter { get; } = Create(429, "2");
    public static Fault TooManyRequestsRetryAfterFraction { get; } = Create(429, "1.5");
    public static Fault TooManyRequestsRetryAfterTwice { get; } = Create(429, "1", "3");
    public static Fault TooManyRequestsRetryAfterAbsurd { get; } = Create(429, "99999999999999999999");

    public static Fault ServiceUnavailableRetryAfter { get; } = Create(503, "2");
    public static Fault ServiceUnavailableRetryAfterFraction { get; } = Create(503, "1.5");
    public static Fault ServiceUnavailableRetryAfterTwice { get; } = Create(503, "1", "3");
    public static Fault ServiceUnavailableRetryAfterAbsurd { get; } = Create(503, "99999999999999999999");

    private static Fault Create(int status, string value, string? secondValue = null, [CallerMemberName] string name = "")
    {
        string[] headers = [$"Retry-After: {value}", .. secondValue is null ? Array.Empty<string>() : [$"Retry-After: {secondValue}"]];
        var json = $$"""{"error":"The server says {{status}}","code":"{{(status is 429 ? "rate_limited" : "unavailable")}}"}""";
        return new(name) { Response = ScriptedResponse.CreateJson(status, json, headers) with { Meaning = ResponseMeaning.NotProcessed } };
    }
}
