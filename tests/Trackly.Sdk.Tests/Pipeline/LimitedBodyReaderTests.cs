using System.Net;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A body of any size: 64 KB of an error and 1 MB of a success are read, and not a byte more than it takes to see that there is more.</summary>
public sealed class LimitedBodyReaderTests
{
    private const int MaxErrorBytes = 64 * 1024;
    private const int MaxSuccessBytes = 1024 * 1024;

    [Theory]
    [InlineData(400)]
    [InlineData(301)]
    public async Task SendAsync_ErrorBodyOf1Mb_IsReadUpTo64Kb(int status)
    {
        using var content = new EndlessContent("""{"error":"too long" """, 1024 * 1024);
        using var client = new ClientUnderTest();
        client.Wire.Responds(status, () => content);

        var send = async () => await client.SendAsync();
        var exception = (await send.Should().ThrowAsync<TracklyApiException>()).Which;

        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.ResponseBody.Should().HaveLength(MaxErrorBytes).And.StartWith("""{"error":"too long" """);
        content.Taken.Should().BeLessThanOrEqualTo(MaxErrorBytes + 1);
    }

    [Fact]
    public async Task SendAsync_ErrorBodyOfExactly64Kb_IsReadWhole()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(400, () => new EndlessContent("""{"error":"long"}""", MaxErrorBytes));

        (await client.FailAsync<TracklyInvalidRequestException>()).ErrorMessage.Should().Be("long");
    }

    [Fact]
    public async Task SendAsync_BodyWithAByteOrderMark_IsRead()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, "\uFEFF" + Some.QueuedJson);

        (await client.SendAsync()).MessageId.Should().Be("a1b2c3d4");
    }

    [Fact]
    public async Task SendAsync_SuccessBodyOver1Mb_CannotBeRead()
    {
        using var content = new EndlessContent(Some.QueuedJson, long.MaxValue);
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => content);

        var exception = await client.FailAsync<TracklyResponseException>();

        exception.Message.Should().Contain("larger than 1 MB");
        exception.ResponseBody.Should().HaveLength(64 * 1024).And.StartWith(Some.QueuedJson);
        content.Taken.Should().BeLessThanOrEqualTo(MaxSuccessBytes + 1);
        client.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_SuccessBodyOfExactly1Mb_IsAccepted()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => new EndlessContent(Some.QueuedJson, MaxSuccessBytes));

        (await client.SendAsync()).MessageId.Should().Be("a1b2c3d4");
    }

    [Fact]
    public async Task SendAsync_ErrorBodyBreaksOff_StaysAnErrorOfItsStatus()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(401, () => new EndlessContent("""{"error":"cut""", 14, new IOException("reset")));

        var exception = await client.FailAsync<TracklyAuthenticationException>();

        exception.ResponseBody.Should().Be("""{"error":"cut """);
        exception.ErrorMessage.Should().BeNull();
    }
}
