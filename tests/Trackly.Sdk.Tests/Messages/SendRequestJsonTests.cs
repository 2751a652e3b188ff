using System.Text;
using System.Text.Json.Nodes;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

public sealed class SendRequestJsonTests
{
    private static readonly string Required =
        $$$"""{"to":"{{{Some.Recipient}}}","list_number":"{{{Some.ListNumber}}}","body":"{{{Some.Text}}}"}""";

    [Fact]
    public void Serialize_OptionalFieldsAreNull_LeavesThemOut() => GetJson(Some.Request()).Should().Be(Required);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Serialize_WrapLinksIsSet_SendsIt(bool wrapLinks) =>
        GetNode(Some.Request() with { WrapLinks = wrapLinks })["wrap_links"]!.GetValue<bool>().Should().Be(wrapLinks);

    [Fact]
    public void Serialize_ContactData_HasTheContractsNames()
    {
        var request = Some.Request() with
        {
            ContactData = new ContactData
            {
                FirstName = "Zoë",
                LastName = "Ångström",
                Timezone = "Europe/Berlin",
                CustomFields = new()
                {
                    ["city"] = "Köln",
                    ["visits"] = 3,
                    ["vip"] = true,
                    ["note"] = null,
                    ["cart"] = new JsonObject { ["total"] = 12.5 },
                },
            },
        };

        ShouldEqual(GetNode(request)["contact_data"], """
            {
                "first_name": "Zoë",
                "last_name": "Ångström",
                "timezone": "Europe/Berlin",
                "custom_fields": { "city": "Köln", "visits": 3, "vip": true, "note": null, "cart": { "total": 12.5 } }
            }
            """);
    }

    [Fact]
    public void Serialize_ContactDataWithOneField_LeavesTheOthersOut() =>
        ShouldEqual(GetNode(Some.Request() with { ContactData = new ContactData { FirstName = "Ada" } })["contact_data"], """{ "first_name": "Ada" }""");

    [Fact]
    public void Serialize_ContactDataWithoutFields_IsAnEmptyObject() =>
        ShouldEqual(GetNode(Some.Request() with { ContactData = new ContactData() })["contact_data"], "{}");

    [Fact]
    public void Serialize_Metadata_KeepsNamesTypesAndNesting()
    {
        var request = Some.Request() with
        {
            Metadata = new()
            {
                ["order_id"] = "A-1042",
                ["OrderTotal"] = 19.99m,
                ["count"] = 9007199254740993L,
                ["paid"] = false,
                ["coupon"] = null,
                ["lines"] = new JsonArray(1, "two", new JsonObject { ["sku"] = "X" }),
            },
        };

        ShouldEqual(GetNode(request)["metadata"], """
            {
                "order_id": "A-1042", "OrderTotal": 19.99, "count": 9007199254740993, "paid": false, "coupon": null,
                "lines": [1, "two", { "sku": "X" }]
            }
            """);
    }

    [Fact]
    public void Serialize_EmptyMetadata_IsAnEmptyObject() => ShouldEqual(GetNode(Some.Request() with { Metadata = [] })["metadata"], "{}");

    [Theory]
    [InlineData("+ & < > '")]
    [InlineData("Grüße aus Köln")]
    [InlineData("Καλημέρα")]
    [InlineData("短信")]
    public void Serialize_TextThatNeedsNoEscape_TravelsAsPlainUtf8(string text)
    {
        var json = GetJson(Some.Request() with { Body = text });

        json.Should().Contain($"\"body\":\"{text}\"").And.NotContain("\\u");
    }

    [Theory]
    [InlineData("{{messageId}} {{first_name}} {{custom.field}} {{{raw}}} { }")]
    [InlineData("quote \" backslash \\ newline \n tab \t")]
    [InlineData("👍🏽 👩‍👩‍👧 🇩🇪")]
    public void Serialize_AnyText_RoundTrips(string text) =>
        GetNode(Some.Request() with { Body = text })["body"]!.GetValue<string>().Should().Be(text);

    private static string GetJson(SendRequest request) => Encoding.UTF8.GetString(SendOperation.Instance.Serialize(request));

    private static JsonNode GetNode(SendRequest request) => JsonNode.Parse(SendOperation.Instance.Serialize(request))!;

    private static void ShouldEqual(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).Should().BeTrue("{0} means {1}", actual?.ToJsonString(), expected);
}
