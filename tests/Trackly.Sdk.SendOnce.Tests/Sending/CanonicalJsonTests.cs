using System.Text.Json;
using Trackly.Sdk.SendOnce.Sending;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

/// <summary>The one spelling of each JSON value. Fingerprints of stored rows depend on it.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{ }", "{}")]
    [InlineData("[ ]", "[]")]
    [InlineData("""{ "b": [ 1, [ 2, 3 ], { } ], "a": { "d": [ ], "c": null } }""", """{"a":{"c":null,"d":[]},"b":[1,[2,3],{}]}""")]
    [InlineData("""{ "a": 1, "B": 2, "\u00e9": 3 }""", """{"B":2,"a":1,"é":3}""")]
    [InlineData("""{ "a\"b": "c\\d" }""", """{"a\"b":"c\\d"}""")]
    [InlineData(""" "\u0001\n\u001f \u007f/'<" """, "\"\\u0001\\u000a\\u001f \u007f/'<\"")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("3.0", "3")]
    [InlineData("0.10", "0.1")]
    [InlineData("1e2", "100")]
    [InlineData("-7.50", "-7.5")]
    [InlineData("1e400", "1e400")]
    [InlineData("79228162514264337593543950336", "79228162514264337593543950336")]
    public void Format_AnyValue_HasOneSpelling(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);

        CanonicalJson.Format(document.RootElement).Should().Be(expected);
    }
}
