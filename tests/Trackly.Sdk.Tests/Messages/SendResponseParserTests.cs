using System.Text;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The body of a response to a message, member by member.</summary>
public sealed class SendResponseParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"queued\"")]
    [InlineData("null")]
    [InlineData("""{ "message_id": "a1b2c3d4" """)]
    [InlineData("""{ "message_id": "a1b2c3d4" } {}""")]
    [InlineData("""{ "message_id": "a1b2c3d4" } 5""")]
    [InlineData("""{ "success": true, "success": true, "message_id": "a1b2c3d4" }""")]
    [InlineData("""{ "message_id": "a1b2c3d4", "message_id": "a1b2c3d4" }""")]
    [InlineData("""{ "message_id": "a1b2c3d4", "status": "queued", "status": "queued" }""")]
    [InlineData("""{ "success": "true", "message_id": "a1b2c3d4" }""")]
    [InlineData("""{ "message_id": ["a1b2c3d4"] }""")]
    [InlineData("""{ "message_id": "\ud800" }""")]
    [InlineData("""{ "message_id": "a1b2c3d4", "status": 5 }""")]
    public void Parse_WhatIsNotTheDocumentedObject_IsUnreadable(string json) =>
        Parse(json).Should().Be(new ParsedResponse(ResponseKind.Unreadable, Problem: "it is not the JSON object that Trackly documents"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "success": true, "status": "queued" }""")]
    [InlineData("""{ "message_id": null }""")]
    [InlineData("""{ "message_id": " " }""")]
    public void Parse_NoMessageId_IsUnreadable(string json) =>
        Parse(json).Should().Be(new ParsedResponse(ResponseKind.Unreadable, Problem: "it has no message id"));

    [Theory]
    [InlineData("""{ "success": false }""")]
    [InlineData("""{ "success": false, "message_id": "a1b2c3d4", "status": "queued" }""")]
    public void Parse_SuccessFalse_IsRejectedWhateverElseItSays(string json) => Parse(json).Should().Be(new ParsedResponse(ResponseKind.Rejected));

    [Theory]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"queued\"", "queued")]
    [InlineData("\"que\\u0075ed\"", "queued")]
    [InlineData("\"sent\"", "sent")]
    public void Parse_AStatus_IsKept(string status, string value) => Accept($"{{ \"message_id\": \"a1b2c3d4\", \"status\": {status} }}").Status.Value.Should().Be(value);

    [Fact]
    public void Parse_ANumberAsTheId_IsItsDigits() => Accept("""{ "message_id": 12345 }""").MessageId.Should().Be("12345");

    [Fact]
    public void Parse_OtherMembers_AreKeptByTheirExactNames() =>
        Accept("""{ "message_id": "a1b2c3d4", "cost": 1, "Cost": 2, "cost": 3 }""").AdditionalProperties
            .Select(static property => (property.Key, property.Value.GetRawText())).Should().BeEquivalentTo([("cost", "3"), ("Cost", "2")]);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("{ \"\\ud800\": 1 }")]
    public void Parse_AnotherMemberWithAStringThatCannotBeRead_IsLeftOut(string value) =>
        Accept($"{{ \"message_id\": \"a1b2c3d4\", \"broken\": {value}, \"cost\": 1 }}").AdditionalProperties.Keys.Should().Equal("cost");

    [Fact]
    public void Parse_AnotherMemberThatIsNestedMoreThan64Deep_IsLeftOut()
    {
        static string Nest(int depth) => new string('[', depth) + new string(']', depth);

        Accept($"{{ \"message_id\": \"a1b2c3d4\", \"deep\": {Nest(64)}, \"deeper\": {Nest(65)} }}").AdditionalProperties.Keys.Should().Equal("deep");
    }

    private static ParsedResponse Parse(string json) => SendResponseParser.Parse(Encoding.UTF8.GetBytes(json));

    private static SendResponse Accept(string json) => Parse(json).Value.Should().BeOfType<SendResponse>().Which;
}
