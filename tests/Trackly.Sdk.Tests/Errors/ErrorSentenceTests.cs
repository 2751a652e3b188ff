using System.Net;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>The message of an error is one line that is safe to log, whatever a server writes.</summary>
public sealed class ErrorSentenceTests
{
    [Theory]
    [InlineData("Number +1 (415) 555-1234 is not valid", "Number +* (***) ***-**** is not valid")]
    [InlineData("4155551234", "**********")]
    public void Message_ErrorEchoesANumber_IsMaskedAndStaysRawOnError(string error, string masked)
    {
        var exception = TracklyApiException.Create(new TracklyErrorResponse { StatusCode = HttpStatusCode.BadRequest, ErrorMessage = error, Detail = error });

        exception.Message.Should().Contain($"\"{masked} {masked}\"").And.NotContain(error);
        exception.ErrorMessage.Should().Be(error);
        exception.Detail.Should().Be(error);
    }

    [Fact]
    public void Message_CodeEchoesANumber_IsMasked() =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = HttpStatusCode.BadRequest, ErrorCode = new TracklyErrorCode("bad_4155551234") })
            .Message.Should().Contain("bad_**********").And.NotContain("4155551234");

    [Fact]
    public void Message_TextHasLineBreaksAndControlCharacters_IsOneLine() =>
        MessageOf("one\r\ntwo\u001b[31mthree\0").Should().NotMatchRegex(@"[\x00-\x1f]").And.Contain("one  two [31mthree\"");

    [Fact]
    public void Message_LongText_IsQuotedInPart() =>
        MessageOf(new string('x', 100_000)).Length.Should().BeLessThan(600);

    [Fact]
    public void Message_NoText_HasNoQuotationMarks() => MessageOf(null).Should().StartWith("Trackly answered 400. ").And.NotContain("\"");

    private static string MessageOf(string? error) =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = HttpStatusCode.BadRequest, ErrorMessage = error }).Message;
}
