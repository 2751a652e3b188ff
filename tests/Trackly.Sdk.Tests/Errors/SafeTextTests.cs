using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Streams;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>Which words of the server are printed.</summary>
public sealed class SafeTextTests
{
    [Theory]
    [InlineData("a1b2c3d4", "a1b2c3d4")]
    [InlineData("AbC12345", "AbC12345")]
    [InlineData("12345678", "12345678")]
    [InlineData("sandbox_a-1", "sandbox_a-1")]
    [InlineData("123456789", "***")]
    [InlineData("14155551234", "***")]
    [InlineData("415-555-1234", "***")]
    [InlineData("+14155551234", "***")]
    [InlineData("Dear Ann", "***")]
    public void ToString_OfAResponse_ShowsWhatLooksLikeAnId(string id, string shown) =>
        new SendResponse { MessageId = id }.ToString().Should().Be($"SendResponse {{ MessageId = {shown}, Status = queued, Attempts = 0 }}");

    [Fact]
    public void ToString_OfAResponseWithAVeryLongId_HidesIt() =>
        new SendResponse { MessageId = new string('a', 65) }.ToString().Should().Contain("MessageId = ***");

    [Theory]
    [InlineData("on_hold", "on_hold")]
    [InlineData("phase2", "phase2")]
    [InlineData("held_4155551234", "***")]
    [InlineData("Ann", "***")]
    [InlineData("dear ann", "***")]
    [InlineData("", "")]
    public void ToString_OfAStatus_ShowsWhatLooksLikeOne(string value, string shown)
    {
        new MessageStatus(value).ToString().Should().Be(shown);
        new MessageStatus(value).Value.Should().Be(value);
        new SendResponse { MessageId = "a1b2c3d4", Status = new MessageStatus(value) }.ToString().Should().Contain($"Status = {shown},");
    }

    [Fact]
    public void ToString_OfAVeryLongStatus_HidesIt() => new MessageStatus(new string('a', 41)).ToString().Should().Be("***");

    [Theory]
    [InlineData("invalid_phone", "invalid_phone")]
    [InlineData("", "")]
    [InlineData("on_hold", "***")]
    [InlineData("Ann", "***")]
    public void ToString_OfACode_ShowsADocumentedOne(string value, string shown)
    {
        new TracklyErrorCode(value).ToString().Should().Be(shown);
        new TracklyErrorCode(value).Value.Should().Be(value);
    }

    [Fact]
    public void ToString_OfARecord_IsGeneratedOnlyWhereNothingPrivateCanBe() =>
        typeof(TracklyClient).Assembly.GetTypes()
            .Where(static type => Own(type, "PrintMembers") is not null && Own(type, "ToString")!.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Should().BeEquivalentTo(
                [
                    typeof(AttemptFacts), typeof(AttemptVerdict), typeof(ConnectionProblem), typeof(ContactImportProgress), typeof(ErrorCatalogEntry), typeof(ParsedResponse),
                    typeof(SendAttempt), typeof(SendProgress), typeof(StreamSettings), typeof(TracklyValidationError),
                ],
                "the others would print their members");

    [Fact]
    public void DebuggerDisplay_OfAnyType_IsItsToString() =>
        typeof(TracklyClient).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(DebuggerDisplayAttribute), inherit: false))
            .Should().BeEmpty("a debugger then shows what ToString says");

    private static MethodInfo? Own(Type type, string name) => Array.Find(
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), method => method.Name == name);
}
