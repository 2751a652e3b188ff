using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A request whose values are all recognizable, and a search for them.</summary>
internal static class Canary
{
    public const string Key = "trk_CanaryKey9f8e7d6c5b4a";

    public static readonly SendRequest Request = new()
    {
        To = "+14155550142",
        ListNumber = "+18005550199",
        Body = "Zebrafish alert for Marigold: take \"Quartzite\" & rest.\nLine two of the wombat note.",
        ContactData = new ContactData
        {
            FirstName = "Marigold",
            LastName = "O'Kestrel",
            Timezone = "Europe/Canaryville",
            CustomFields = new()
            {
                ["loyalty_canary"] = "PlatinumHeron",
                ["account_no"] = 90817263,
                ["nested"] = new JsonObject { ["diagnosis"] = "OspreySyndrome" },
            },
        },
        Metadata = new() { ["order_canary"] = "FL-Mingo-Z" },
    };

    /// <summary>Each value as it was sent, and as a server may format it.</summary>
    public static readonly IReadOnlyList<string> Echoes =
    [
        "+14155550142", "14155550142", "(415) 555-0142", "+1 415 555 01 42", "415.555.0142", "%2B14155550142", "+18005550199", "1-800-555-0199",
        Request.Body, Request.Body.ToUpperInvariant(), Request.Body.Substring(0, 40), WebUtility.HtmlEncode(Request.Body), WebUtility.UrlEncode(Request.Body),
        "Marigold", "marigold", "O'Kestrel", "O&#39;Kestrel", "Europe/Canaryville", "Europe%2FCanaryville", "PlatinumHeron", "90817263", "OspreySyndrome",
        "loyalty_canary", "order_canary", "FL-Mingo-Z", Key,
    ];

    /// <summary>What must not be found: a distinctive part of each value.</summary>
    private static readonly string[] Marks =
    [
        "Zebrafish", "Quartzite", "wombat", "Marigold", "Kestrel", "Canaryville", "PlatinumHeron", "90817263", "Osprey", "loyalty_canary", "order_canary", "Mingo",
        "CanaryKey",
    ];

    /// <summary>The last seven digits of both numbers, however they are grouped.</summary>
    private static readonly Regex[] Numbers = [Grouped("5550142"), Grouped("5550199")];

    public static string Everything => string.Join(" | ", Echoes);

    /// <summary>Returns the values that the text contains.</summary>
    public static IEnumerable<string> FoundIn(string text) =>
        Marks.Where(mark => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, mark, CompareOptions.OrdinalIgnoreCase) >= 0)
            .Concat(Numbers.Where(number => number.IsMatch(text)).Select(static number => number.ToString()));

    private static Regex Grouped(string digits) => new(string.Join(@"[^\p{L}\d]{0,3}", digits.ToCharArray()));
}
