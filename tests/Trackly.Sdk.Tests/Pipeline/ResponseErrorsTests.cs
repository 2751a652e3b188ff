#if NET
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Errors of parsing a response lose their message, which may quote the response; all others stay as they are.</summary>
public sealed class ResponseErrorsTests
{
    private const string Quoted = "Received an invalid header: +14155550001";

    [Theory]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded)]
    public void RemoveMessage_AnErrorOfTheResponse_KeepsItsKindAlone(HttpRequestError error)
    {
        ResponseErrors.RemoveMessage(new HttpRequestException(error, Quoted, new InvalidOperationException(Quoted)))
            .Should().BeOfType<HttpRequestException>().Which.Should().BeEquivalentTo(
                new { HttpRequestError = error, Message = "The response cannot be read.", InnerException = (Exception?)null });
        ResponseErrors.RemoveMessage(new HttpIOException(error, Quoted))
            .Should().BeOfType<HttpIOException>().Which.Should().BeEquivalentTo(new { HttpRequestError = error, Message = CreateMessage(error) });
    }

    [Fact]
    public void RemoveMessage_AnErrorOfTheResponseInsideOfAnother_LosesBothMessages()
    {
        var removed = ResponseErrors.RemoveMessage(new HttpRequestException(HttpRequestError.Unknown, Quoted, new HttpIOException(HttpRequestError.InvalidResponse, Quoted)));

        var request = removed.Should().BeOfType<HttpRequestException>().Which;
        (request.HttpRequestError, request.Message).Should().Be((HttpRequestError.Unknown, "The response cannot be read."));
        request.InnerException.Should().BeOfType<HttpIOException>().Which.Message.Should().Be(CreateMessage(HttpRequestError.InvalidResponse));
    }

    [Fact]
    public void RemoveMessage_AnyOtherError_StaysAsItIs()
    {
        Exception[] others =
        [
            new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (127.0.0.1:5000)"),
            new HttpRequestException(HttpRequestError.Unknown, "reset", new HttpIOException(HttpRequestError.ResponseEnded, "ended")),
            new HttpRequestException(HttpRequestError.Unknown, "reset", new IOException("reset")),
            new HttpIOException(HttpRequestError.ResponseEnded, "ended"),
            new IOException("reset"),
        ];

        others.Select(ResponseErrors.RemoveMessage).Should().Equal(others, ReferenceEquals);
    }

    /// <summary>The runtime adds the kind.</summary>
    private static string CreateMessage(HttpRequestError error) => new HttpIOException(error, "The response cannot be read.").Message;
}
#endif
