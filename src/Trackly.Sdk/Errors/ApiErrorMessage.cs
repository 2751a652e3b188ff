using System.Globalization;
using System.Text;

namespace Trackly.Sdk;

/// <summary>Formats an error response as the one message a developer reads: the status, the code and what to do. The server's own words are left out unless requested.</summary>
internal static class ApiErrorMessage
{
    private const int MaxQuoteLength = 300;

    public static string Format(TracklyErrorResponse response, SendOutcome outcome, OutcomeAdvice advice, bool includeErrorText)
    {
        var message = new StringBuilder("Trackly responded with ").Append((int)response.StatusCode);
        if (response.ErrorCode is { } code)
            message.Append(' ').Append(includeErrorText ? Quote(code.Value) : code.ToString());
        var words = new[] { response.ErrorMessage, response.Detail }.Where(static text => !string.IsNullOrWhiteSpace(text));
        if (includeErrorText && Quote(string.Join(" ", words)) is { Length: > 0 } quote)
            message.Append(": \"").Append(quote).Append('"');
        message.Append(". ").Append(ErrorCatalog.Find(response.ErrorCode?.Value, (int)response.StatusCode).Advice);
        if (outcome != SendOutcome.Rejected)
            message.Append(' ').Append(advice.Get(outcome));
        return message.ToString();
    }

    /// <summary>Quotes the server on one line: a control or format character could manipulate the console that shows it.</summary>
    private static string Quote(string words)
    {
        var quote = new StringBuilder(Math.Min(words.Length, MaxQuoteLength));
        foreach (var character in words.Take(MaxQuoteLength))
            quote.Append(IsPrintable(character) ? character : ' ');
        return quote.ToString().TrimEnd('.', ' ');
    }

    private static bool IsPrintable(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
