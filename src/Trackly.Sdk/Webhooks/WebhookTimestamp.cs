using System.Globalization;

namespace Trackly.Sdk;

/// <summary>Reads the times of webhook events, which Trackly writes with <c>Z</c>, with an offset, or without a zone.</summary>
internal static class WebhookTimestamp
{
    private const int LengthOfDate = 10;
    private const int IndexOfFirstDash = 4;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>
    /// Parses an ISO 8601 date and time. A time without a zone is UTC. Null for anything else, such as a time of day, which depends on the clock.
    /// </summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is { Length: >= LengthOfDate } && text[IndexOfFirstDash] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : null;
}
