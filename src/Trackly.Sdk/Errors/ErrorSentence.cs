using System.Text;

namespace Trackly.Sdk;

/// <summary>Turns an error answer into the one sentence a developer reads: status, code, Trackly's text, and what to do about it.</summary>
internal static class ErrorSentence
{
    /// <summary>A text from a server is quoted up to this length.</summary>
    private const int LongestQuote = 300;

    public static string Of(TracklyErrorResponse response, SendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(response);
        var sentence = new StringBuilder("Trackly answered ").Append((int)response.StatusCode);
        if (response.SafeCode is { Length: > 0 } code)
            sentence.Append(' ').Append(code);
        if (response.SafeText is { Length: > 0 } text)
            sentence.Append(": \"").Append(Quotable(text).TrimEnd('.', ' ')).Append('"');
        sentence.Append(". ").Append(Advice(response));
        if (outcome == SendOutcome.NotSent)
            sentence.Append(" Nothing is queued: the same request may be sent again later.");
        else if (outcome == SendOutcome.Unknown)
            sentence.Append(" The message may be queued: look for it in the Trackly dashboard before you send it again.");
        return sentence.ToString();
    }

    private static string Quotable(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestQuote));
        foreach (var character in text.Take(LongestQuote))
            line.Append(char.IsControl(character) ? ' ' : character);
        return line.ToString();
    }

    private static string Advice(TracklyErrorResponse response) => (response.ErrorCode?.Value, (int)response.StatusCode) switch
    {
        ("missing_to", _) => "Set To to the recipient's number, for example +14155551234.",
        ("missing_list_number", _) => "Set ListNumber to the number of a sending list of your account, for example +18005551000.",
        ("missing_body", _) => "Set Body to the text of the message.",
        ("invalid_phone", _) => "Write To in E.164 format: +, country code and number without spaces, for example +14155551234.",
        ("invalid_list_number", _) => "Write ListNumber in E.164 format: +, country code and number without spaces, for example +18005551000.",
        ("list_not_found", _) => "Check that ListNumber is a sending list of the account that the API key belongs to.",
        ("webhook_not_configured", _) => "Verify the webhook of this bring-your-own-carrier (BYOC) list in the Trackly dashboard, then send again.",
        ("missing_api_key" or "invalid_api_key" or "unauthorized", _) or (_, 401) =>
            "Check ApiKey: a revoked or mistyped key is refused; account owners create keys in the Trackly dashboard.",
        ("payload_too_large", _) or (_, 413) => "Send a smaller request: Trackly takes 5 MB in all, the metadata included.",
        (_, 403) => "Check in the Trackly dashboard that the account is not suspended and may use this product.",
        (_, 404) => "Check BaseAddress: Trackly's address ends in /api/.",
        (_, 407) => "A proxy asks for credentials: configure them on the HTTP handler.",
        (_, 408 or 425 or 429) => "Trackly did not take the request: slow down.",
        (_, >= 300 and < 400) => "Redirects are never followed, since the API key would go along: check BaseAddress.",
        (_, >= 500) => "The server, or a proxy before it, failed.",
        _ => "Trackly refused the request as it is.",
    };
}
