namespace Trackly.Sdk;

/// <summary>Maps an HTTP status that is not an accepted message to what became of the message. The one place that knows.</summary>
internal static class StatusOutcome
{
    public static SendOutcome Get(int statusCode, bool hasRetryAfter) => statusCode switch
    {
        408 or 425 or 429 => SendOutcome.NotSent,
        503 when hasRetryAfter => SendOutcome.NotSent,
        >= 200 and < 500 => SendOutcome.Rejected,
        // A server error, or a status that HTTP does not know: the message may have been taken.
        _ => SendOutcome.Unknown,
    };
}
