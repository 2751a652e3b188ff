using System.Globalization;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Finds messages by what a user types: words, the digits of a number, and terms such as <c>to:+1415</c> or <c>segments:&gt;1</c>.</summary>
internal sealed class MessageSearch
{
    // Far beyond any SMS. The rest of a longer string is not searched, so that a search has a bounded cost.
    private const int MaxSearchedLength = 64 * 1024;

    private static readonly EmulatedFault[] Lost = [EmulatedFault.AcceptThenReset, EmulatedFault.Hang, EmulatedFault.Status, EmulatedFault.GatewayHtml];

    private readonly List<SearchTerm> _terms;

    private MessageSearch(List<SearchTerm> terms) => _terms = terms;

    /// <exception cref="FormatException">The value of a term is invalid.</exception>
    public static MessageSearch Parse(string text) => new(SearchTerms.Parse(text, CreateTerm, CreateText));

    /// <summary>Returns whether the sender cannot know that the message was queued.</summary>
    public static bool IsLost(EmulatedMessage message) => Lost.Contains(message.Fault);

    public bool Matches(EmulatedMessage message) => _terms.TrueForAll(term => term.OfMessage(message));

    public bool MatchesReply(EmulatedReply reply) => _terms.TrueForAll(term => term.OfReply?.Invoke(reply) ?? false);

    public bool MatchesRefused(EmulatedExchange exchange) => _terms.TrueForAll(term => term.OfRefused?.Invoke(exchange) ?? false);

    /// <returns>Null when the name is not that of a term.</returns>
    private static SearchTerm? CreateTerm(string name, string value) => name switch
    {
        "to" => new(message => Has(message.To, value), reply => Has(reply.PhoneNumber, value), refused => Has(refused.To, value)),
        "from" => new(message => Has(message.ListNumber, value), reply => Has(reply.ListNumber, value), refused => Has(refused.ListNumber, value)),
        "id" => new(message => message.MessageId.StartsWith(value, StringComparison.Ordinal)),
        "is" => CreateState(value),
        "segments" => CreateSegments(value),
        _ => null,
    };

    private static SearchTerm CreateState(string value) => value switch
    {
        "lost" => new(IsLost),
        "refused" => new(static _ => false, OfRefused: static _ => true),
        "queued" or "dropped" or "delivered" or "undeliverable" or "expired" or "rejected" or "pending" => new(message => message.Status == value),
        _ => throw new FormatException("search: is: must be followed by lost, refused, queued, delivered, undeliverable, expired, rejected, pending or dropped."),
    };

    private static SearchTerm CreateSegments(string value)
    {
        if (!int.TryParse(value.TrimStart('>', '<'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || value.Length - value.TrimStart('>', '<').Length > 1)
            throw new FormatException("search: segments: must be followed by a whole number, with > or < before it if you like: segments:>1.");
        return value[0] switch
        {
            '>' => new(message => message.Segments.Segments > count),
            '<' => new(message => message.Segments.Segments < count),
            _ => new(message => message.Segments.Segments == count),
        };
    }

    private static SearchTerm CreateText(string text)
    {
        var search = new TextSearch(text);
        var digits = SearchTerms.FindDigits(text);
        return new(
            message => HasDigits(message.To, message.ListNumber)
                || message.MessageId == text || Contains(search, message.Text) || (!ReferenceEquals(message.Text, message.Body) && Contains(search, message.Body))
                || Contains(search, message.Metadata?.GetRawText()) || Contains(search, message.ContactData?.GetRawText()),
            reply => HasDigits(reply.PhoneNumber, reply.ListNumber) || Contains(search, reply.Text),
            refused => HasDigits(refused.To, refused.ListNumber) || Contains(search, refused.Body) || Contains(search, refused.Code));

        bool HasDigits(string? to, string? listNumber) => digits is not null && (Has(to, digits) || Has(listNumber, digits));
    }

    private static bool Has(string? number, string digits) => number?.Contains(digits, StringComparison.Ordinal) ?? false;

    private static bool Contains(TextSearch search, string? text) => text is not null && search.IsIn(text.AsSpan(0, Math.Min(text.Length, MaxSearchedLength)));
}
