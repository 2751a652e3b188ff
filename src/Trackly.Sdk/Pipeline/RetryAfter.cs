using System.Globalization;
using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline;

/// <summary>Reads how long a server asks to wait: seconds or an HTTP date, in the invariant culture.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    /// <summary>The wait asked for; zero for a date that has passed, the longest time there is for an absurd number. Null when the header is absent or no wait.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.TryGetValues(Header, out var values) ? Parse(string.Join(",", values), clock.GetUtcNow()) : null;

    internal static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        var text = value.Trim();
        if (text.Length > 0 && text.All(static character => character is >= '0' and <= '9'))
            return Seconds(text);
        return RetryConditionHeaderValue.TryParse(text, out var parsed) && parsed.Date is { } date
            ? (date > now ? date - now : TimeSpan.Zero)
            : null;
    }

    private static TimeSpan Seconds(string digits) =>
        double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.MaxValue;
}
