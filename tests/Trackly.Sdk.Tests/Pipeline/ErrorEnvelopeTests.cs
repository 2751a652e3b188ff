using System.Net;
using System.Text;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>An error response of any shape becomes the exception of its status.</summary>
public sealed class ErrorEnvelopeTests
{
    [Theory]
    [InlineData("""{"error":"text","code":"some_code","message":"detail"}""", "text", "some_code", "detail")]
    [InlineData("""{"error":"text"}""", "text", null, null)]
    [InlineData("""{"code":"some_code"}""", null, "some_code", null)]
    [InlineData("""{"error":5,"code":"some_code","message":["detail"]}""", null, "some_code", null)]
    [InlineData("""{"error":{"text":"nested"},"code":7}""", null, null, null)]
    [InlineData("""{"error":null,"code":null,"message":null}""", null, null, null)]
    [InlineData("""{"error":true,"code":false}""", null, null, null)]
    [InlineData("""{"error":"\ud800 lone surrogate","code":"some_code"}""", null, "some_code", null)]
    [InlineData("""{"Error":"text","CODE":"some_code"}""", null, null, null)]
    [InlineData("""{"error":"text","code":"some_code","request_id":"r-1"}""", "text", "some_code", null)]
    [InlineData("""["error"]""", null, null, null)]
    [InlineData("null", null, null, null)]
    [InlineData("42", null, null, null)]
    [InlineData("\"error\"", null, null, null)]
    [InlineData("""{"error":"cut o""", null, null, null)]
    [InlineData("<html><body>502 Bad Gateway</body></html>", null, null, null)]
    [InlineData("", null, null, null)]
    public void Parse_BodyOfAnyShape_TakesWhatIsThere(string body, string? error, string? code, string? message) =>
        ErrorEnvelope.Parse(Encoding.UTF8.GetBytes(body)).Should().Be(new ErrorEnvelope(error, code, message));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Blocked</body></html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"error":5,"code":{}}""")]
    [InlineData("""{"code":""}""")]
    [InlineData("""{"error":"\ud800","code":"\udfff"}""")]
    public async Task SendAsync_EnvelopeIsNotThere_StaysAnErrorOfItsStatus(string body)
    {
        var exception = await RefusedWith(Encoding.UTF8.GetBytes(body));

        exception.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        exception.ErrorCode.Should().BeNull();
        exception.ErrorMessage.Should().BeNull();
        exception.Detail.Should().BeNull();
        exception.ResponseBody.Should().Be(body.Length == 0 ? null : body);
        exception.Message.Should().StartWith("Trackly responded with 400. Trackly refused the request as it is.");
    }

    [Fact]
    public async Task SendAsync_EnvelopeIsInvalidUtf8_StaysAnErrorOfItsStatus()
    {
        var exception = await RefusedWith([.. "{\"error\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]);

        exception.ErrorMessage.Should().BeNull();
        exception.ResponseBody.Should().StartWith("{\"error\":\"\uFFFD");
    }

    [Fact]
    public async Task SendAsync_EnvelopeIsNestedDeeply_StaysAnErrorOfItsStatus() =>
        (await RefusedWith(Encoding.UTF8.GetBytes(new string('[', 30_000)))).ErrorCode.Should().BeNull();

    [Fact]
    public async Task SendAsync_BadGatewayWithHtml_IsAServerException()
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Responds(502, () => new StringContent("<html>502 Bad Gateway</html>", Encoding.UTF8, "text/html"));

        var exception = await client.FailAsync<TracklyServerException>();

        exception.ResponseBody.Should().Be("<html>502 Bad Gateway</html>");
        exception.Message.Should().StartWith("Trackly responded with 502. ").And.NotContain("html");
    }

    private static async Task<TracklyInvalidRequestException> RefusedWith(byte[] body)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(400, () => new ByteArrayContent(body));
        return await client.FailAsync<TracklyInvalidRequestException>();
    }
}
