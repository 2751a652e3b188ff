using System.Text;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The body of a response to a bulk call, member by member.</summary>
public sealed class BulkReplyParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("5")]
    public void Parse_ABodyThatIsNotAnObject_IsUnreadable(string json) =>
        Parse(json).Should().Be(new ParsedResponse(ResponseKind.Unreadable, Problem: "it is not the JSON object that Trackly documents"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "success": true }""")]
    [InlineData("""{ "success": null }""")]
    [InlineData("""{ "queued_count": 2 }""")]
    public void Parse_AnObjectWithoutCounts_IsUnreadable(string json) =>
        Parse(json).Should().Be(new ParsedResponse(ResponseKind.Unreadable, Problem: "it does not say how many messages are queued and how many are refused"));

    [Fact]
    public void Parse_SuccessFalseWithoutCounts_IsRejected() => Parse("""{ "success": false }""").Should().Be(new ParsedResponse(ResponseKind.Rejected));

    [Theory]
    [InlineData("")]
    [InlineData(""", "errors": null""")]
    [InlineData(""", "errors": []""")]
    public void Parse_NoErrorList_HasNoErrors(string member) => ParseErrors(member).Should().BeEmpty();

    [Theory]
    [InlineData("\"none\"")]
    [InlineData("""{ "index": 1 }""")]
    [InlineData("""["none"]""")]
    [InlineData("[3]")]
    [InlineData("[null]")]
    public void Parse_ErrorsThatAreNotAList_CountAsOneErrorOfNoMessage(string errors) => ParseErrors($", \"errors\": {errors}").Should().Equal(default(BulkError));

    [Fact]
    public void Parse_ADocumentedError_IsReadMemberByMember() =>
        ParseErrors(""", "errors": [{ "index": 3, "to": "+14155550001", "code": "invalid_phone", "error": "Not a phone." }]""")
            .Should().Equal(new BulkError(3, "+14155550001", "invalid_phone", "Not a phone."));

    [Theory]
    [InlineData("""{ "index": "3" }""")]
    [InlineData("""{ "index": 1.5 }""")]
    [InlineData("""{ "index": null }""")]
    [InlineData("""{ "to": 14155550001, "code": 5, "error": true }""")]
    public void Parse_AMemberOfAnotherType_IsTreatedAsAbsent(string error) => ParseErrors($", \"errors\": [{error}]").Should().Equal(default(BulkError));

    [Theory]
    [InlineData("""{ "to": "+1" }""")]
    [InlineData("""{ "phone_number": "+1" }""")]
    [InlineData("""{ "to_msisdn": "+1" }""")]
    [InlineData("""{ "to_msisdn": "+3", "phone_number": "+2", "to": "+1" }""")]
    [InlineData("""{ "to_msisdn": "+2", "phone_number": "+1", "to": null }""")]
    public void Parse_ANumber_IsReadUnderTheNamesOfTheOtherEndpointsInOrder(string error) =>
        ParseErrors($", \"errors\": [{error}]").Should().Equal(new BulkError(null, "+1", null, null));

    [Fact]
    public void ToString_ShowsNothingThatTheServerWrote()
    {
        var error = new BulkError(3, "+14155550001", "invalid_phone", "+14155550001 is not a phone.");

        error.ToString().Should().Be("BulkError");
        new BulkReply(1, 1, [error]).ToString().Should().Be("BulkReply");
    }

    private static ParsedResponse Parse(string json) => BulkReplyParser.Parse(Encoding.UTF8.GetBytes(json));

    private static IReadOnlyList<BulkError> ParseErrors(string member) =>
        Parse($"{{ \"queued_count\": 2, \"error_count\": 1{member} }}").Value.Should().BeOfType<BulkReply>().Which.Errors;
}
