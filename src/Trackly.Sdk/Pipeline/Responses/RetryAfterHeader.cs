using System.Globalization;
using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>Reads how long a server asks to wait: seconds or an HTTP date, in the invariant culture.</summary>
internal static class RetryAfterHeader
{
    private const string Name = "Retry-After";

    /// <summary>
    /// Returns the wait that the server asks for, the longest if it gives several; zero for a date that has passed, the longest time there is for an absurd number. Null when
    /// the header is absent or is no wait.
    /// </summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        if (!response.Headers.TryGetValues(Name, out var values))
            return null;
        var now = clock.GetUtcNow();
        // Several headers may arrive as one value with commas; a date has one of its own.
        var whole = values.ToList();
        return whole.Concat(whole.SelectMany(static value => value.Split(','))).Select(value => Parse(value, now)).Max();
    }

    internal static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        var trimmed = value.Trim();
        if (trimmed.Length > 0 && trimmed.All(static character => character is (>= '0' and <= '9') or '.'))
            return ParseSeconds(trimmed);
        return RetryConditionHeaderValue.TryParse(trimmed, out var parsed) && parsed.Date is { } date
            ? (date > now ? date - now : TimeSpan.Zero)
            : null;
    }

    private static TimeSpan? ParseSeconds(string number)
    {
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            // .NET Framework cannot parse what is too large for a double.
            return number.IndexOf('.') < 0 ? TimeSpan.MaxValue : null;
        var whole = Math.Ceiling(seconds);
        return whole < Math.Floor(TimeSpan.MaxValue.TotalSeconds) ? TimeSpan.FromSeconds(whole) : TimeSpan.MaxValue;
    }
}
