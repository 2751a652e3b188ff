using System.Net;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The head of a response.</summary>
public sealed class WireResponseTests
{
    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void IsSuccess_IsTrueFrom200To299(int status, bool isSuccess) => Create(status).IsSuccess.Should().Be(isSuccess);

    [Theory]
    [InlineData(200, null)]
    [InlineData(429, 7.0)]
    [InlineData(503, 7.0)]
    public void RetryAfter_OfASuccess_IsNull(int status, double? seconds) =>
        Create(status, "7").RetryAfter.Should().Be(seconds is { } number ? TimeSpan.FromSeconds(number) : null);

    [Fact]
    public void Received_BeforeTheBodyIsRead_IsEmptyAndNotWhole()
    {
        var received = Create(200).Received;

        received.Bytes.Should().BeEmpty();
        received.Exception.Should().BeOfType<EndOfStreamException>().Which.Message.Should().Be("The response was not read to its end.");
    }

    [Fact]
    public void GetText_OfAnEmptyBody_IsNull()
    {
        WireResponse.GetText(new ReceivedBody([], null)).Should().BeNull();
        WireResponse.GetText(new ReceivedBody([65], null)).Should().Be("A");
    }

    [Fact]
    public void ToString_OfAnEnvelope_ShowsNothingThatTheServerWrote() => new ErrorEnvelope("+14155550001", "code", "message").ToString().Should().Be("ErrorEnvelope");

    private static WireResponse Create(int status, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter).Should().BeTrue();
        return new WireResponse(response, new TestClock(), 100);
    }
}
