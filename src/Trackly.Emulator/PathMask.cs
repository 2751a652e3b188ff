using System.Text.RegularExpressions;

namespace Trackly.Emulator;

/// <summary>Masks what can be a phone number in the path of a request: everything below <c>contacts</c>, and each other segment with many digits, as in a mistyped path.</summary>
internal static partial class PathMask
{
    /// <returns>A path such as <c>/api/v2/contacts/***</c>.</returns>
    public static string Apply(string path) => Numbers().Replace(path, "***");

    [GeneratedRegex(@"(?<=/contacts/+)[^/].*|[^/]*(?:\d[^\d/]{0,3}){7}[^/]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbers();
}
