using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Errors;

/// <summary>The message of an error holds the status, the code and advice; the server's own words are for development alone.</summary>
public sealed class ApiErrorMessageTests
{
    private const string Words = "José at +1 (415) 555-1234 is not valid";

    [Fact]
    public async Task Message_ByDefault_HasNoWordOfTheServer()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(400, $$"""{"error":"{{Words}}","message":"{{Words}}"}""");

        var exception = await client.FailAsync<TracklyInvalidRequestException>();

        exception.Message.Should().Be("Trackly responded with 400. Trackly refused the request as it is.");
        exception.ErrorMessage.Should().Be(Words);
        exception.Detail.Should().Be(Words);
    }

    [Fact]
    public async Task Message_IncludeErrorText_QuotesTheServer()
    {
        using var client = new ClientUnderTest(static options => options.IncludeErrorText = true);
        client.Wire.Responds(400, $$"""{"error":"{{Words}}"}""");

        (await client.FailAsync<TracklyInvalidRequestException>()).Message.Should().Be($"Trackly responded with 400: \"{Words}\". Trackly refused the request as it is.");
    }

    [Fact]
    public async Task Message_IncludeErrorText_IsOneLineWithoutControlOrFormatCharacters()
    {
        using var client = new ClientUnderTest(static options => options.IncludeErrorText = true);
        client.Wire.Responds(400, """{"error":"one\r\ntwo\u001b[31mthree\u0000\u2028\u202e\u2066."}""");

        (await client.FailAsync<TracklyInvalidRequestException>()).Message.Should().StartWith("Trackly responded with 400: \"one  two [31mthree\". ");
    }

    [Fact]
    public async Task Message_IncludeErrorText_QuotesALongTextInPart()
    {
        using var client = new ClientUnderTest(static options => options.IncludeErrorText = true);
        client.Wire.Responds(400, $$"""{"error":"{{new string('x', 10_000)}}"}""");

        (await client.FailAsync<TracklyInvalidRequestException>()).Message.Length.Should().BeInRange(300, 500);
    }

    [Theory]
    [InlineData("bad_4155551234")]
    [InlineData("Dear Ann")]
    public void Message_CodeThatDoesNotLookLikeOne_IsMasked(string code) =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = HttpStatusCode.BadRequest, ErrorCode = new TracklyErrorCode(code) })
            .Message.Should().StartWith("Trackly responded with 400 ***. ");
}
