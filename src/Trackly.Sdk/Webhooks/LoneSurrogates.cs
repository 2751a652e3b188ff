using System.Text.RegularExpressions;

namespace Trackly.Sdk;

/// <summary>Replaces escaped lone surrogates in JSON, which the JSON reader refuses to decode, by the replacement character.</summary>
internal static partial class LoneSurrogates
{
    /// <summary>Matches every escape sequence, so that <c>\\ud800</c>, an escaped backslash before plain letters, is not taken for one.</summary>
    private const string EscapeSequences = @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)";

    public static string Replace(string json) =>
        json.IndexOf("\\ud", StringComparison.OrdinalIgnoreCase) < 0
            ? json
            : Escapes().Replace(json, static match => match.Groups["lone"].Success ? "\\ufffd" : match.Value);

#if NET
    [GeneratedRegex(EscapeSequences, RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
#else
    private static readonly Regex Pattern = new(EscapeSequences, RegexOptions.CultureInvariant);

    private static Regex Escapes() => Pattern;
#endif
}
