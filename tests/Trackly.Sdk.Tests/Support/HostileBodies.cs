namespace Trackly.Sdk.Tests.Support;

/// <summary>What no API documents as the body of a success.</summary>
internal static class HostileBodies
{
    /// <summary>Bodies that are no JSON object at all.</summary>
    public static TheoryData<string> NoObject =>
    [
        "", " ", "null", "42", "\"text\"", "[]", "[{}]", "{", "{}{}", "<html></html>", "{\"a\":1,}", "{'a':1}", "\u0000",
    ];

    /// <summary>Values of every type of JSON, to put where another type is documented.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "42", "-1.5e300", "\"\"", "\"text\"", "\"\\ud800\"", "[]", "[null]", "[[1]]", "{}", "{\"a\":{\"b\":\"\\udc00\"}}", "99999999999999999999",
    ];
}
