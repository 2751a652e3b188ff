using System.Text;
using System.Text.Json.Nodes;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class RequestBodyTests
{
    private static readonly string Required =
        $$$"""{"to":"{{{Some.Recipient}}}","list_number":"{{{Some.ListNumber}}}","body":"{{{Some.Text}}}"}""";

    [Fact]
    public void Of_OptionalFieldsAreNull_LeavesThemOut() => JsonOf(Some.Request()).Should().Be(Required);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_WrapLinksIsSet_SendsIt(bool wrapLinks) =>
        NodeOf(Some.Request() with { WrapLinks = wrapLinks })["wrap_links"]!.GetValue<bool>().Should().Be(wrapLinks);

    [Fact]
    public void Of_ContactData_HasTheContractsNames()
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

        ShouldMean(NodeOf(request)["contact_data"], """
            {
                "first_name": "Zoë",
                "last_name": "Ångström",
                "timezone": "Europe/Berlin",
                "custom_fields": { "city": "Köln", "visits": 3, "vip": true, "note": null, "cart": { "total": 12.5 } }
            }
            """);
    }

    [Fact]
    public void Of_ContactDataWithOneField_LeavesTheOthersOut() =>
        ShouldMean(NodeOf(Some.Request() with { ContactData = new ContactData { FirstName = "Ada" } })["contact_data"], """{ "first_name": "Ada" }""");

    [Fact]
    public void Of_ContactDataWithoutFields_IsAnEmptyObject() =>
        ShouldMean(NodeOf(Some.Request() with { ContactData = new ContactData() })["contact_data"], "{}");

    [Fact]
    public void Of_Metadata_KeepsNamesTypesAndNesting()
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

        ShouldMean(NodeOf(request)["metadata"], """
            {
                "order_id": "A-1042", "OrderTotal": 19.99, "count": 9007199254740993, "paid": false, "coupon": null,
                "lines": [1, "two", { "sku": "X" }]
            }
            """);
    }

    [Fact]
    public void Of_EmptyMetadata_IsAnEmptyObject() => ShouldMean(NodeOf(Some.Request() with { Metadata = [] })["metadata"], "{}");

    [Theory]
    [InlineData("+ & < > '")]
    [InlineData("Grüße aus Köln")]
    [InlineData("Καλημέρα")]
    [InlineData("短信")]
    public void Of_TextThatNeedsNoEscape_TravelsAsPlainUtf8(string text)
    {
        var json = JsonOf(Some.Request() with { Body = text });

        json.Should().Contain($"\"body\":\"{text}\"").And.NotContain("\\u");
    }

    [Theory]
    [InlineData("{{messageId}} {{first_name}} {{custom.field}} {{{raw}}} { }")]
    [InlineData("quote \" backslash \\ newline \n tab \t")]
    [InlineData("👍🏽 👩‍👩‍👧 🇩🇪")]
    public void Of_AnyText_MeansTheSameOnTheOtherSide(string text) =>
        NodeOf(Some.Request() with { Body = text })["body"]!.GetValue<string>().Should().Be(text);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_MetadataThatJsonHasNoFormFor_NamesTheField(double value) =>
        FaultOf(Some.Request() with { Metadata = new() { ["ratio"] = value } }).Field.Should().Be("metadata");

    [Fact]
    public void Of_CustomFieldThatJsonHasNoFormFor_NamesTheField()
    {
        var request = Some.Request() with
        {
            ContactData = new ContactData { CustomFields = new() { ["ratio"] = double.NaN } },
            Metadata = new() { ["order_id"] = "A-1042" },
        };

        var fault = FaultOf(request);

        fault.Field.Should().Be("contact_data.custom_fields");
        fault.Code.Should().Be(TracklyErrorCode.InvalidJson);
        fault.Message.Should().Contain("finite numbers").And.NotContain("NaN");
    }

    private static TracklyValidationError FaultOf(SendRequest request) =>
        FluentActions.Invoking(() => RequestBody.Of(request)).Should().ThrowExactly<TracklyValidationException>().Which.Errors.Should().ContainSingle().Which;

    private static string JsonOf(SendRequest request) => Encoding.UTF8.GetString(RequestBody.Of(request).Span.ToArray());

    private static JsonNode NodeOf(SendRequest request) => JsonNode.Parse(RequestBody.Of(request).Span)!;

    private static void ShouldMean(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).Should().BeTrue("{0} means {1}", actual?.ToJsonString(), expected);
}
