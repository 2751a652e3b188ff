using System.IO.Compression;
using System.Text;
using Trackly.Sdk.Pipeline.Responses;
#if NET
using Trackly.Sdk.Tests.Support;
#endif

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A body that a proxy compressed without being asked to.</summary>
public sealed class CompressedBodyTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("x-gzip", true)]
    [InlineData("GZIP", true)]
    [InlineData("identity, gzip", true)]
    [InlineData("identity", false)]
    [InlineData("", false)]
    public async Task ReadAsync_GzipOrNothing_IsRead(string encoding, bool isCompressed)
    {
        using var response = Create(encoding, isCompressed ? Compress("Hello") : Encoding.ASCII.GetBytes("Hello"));
        using var reader = new LimitedBodyReader(100);

        await reader.ReadAsync(response, Canceled);

        Encoding.ASCII.GetString(reader.Bytes.ToArray()).Should().Be("Hello");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    [InlineData("gzip, br")]
    public async Task ReadAsync_AnyOtherEncoding_IsRefused(string encoding)
    {
        using var response = Create(encoding, Compress("Hello"));
        using var reader = new LimitedBodyReader(100);

        var read = () => reader.ReadAsync(response, Canceled);

        await read.Should().ThrowExactlyAsync<InvalidDataException>().WithMessage("The body is compressed in another way than gzip.");
    }

    [Fact]
    public async Task ReadAsync_MoreThanTheLimitOnceDecompressed_KeepsTheLimit()
    {
        using var response = Create("gzip", Compress(new string('x', 5_000)));
        using var reader = new LimitedBodyReader(3_000);

        var read = () => reader.ReadAsync(response, Canceled);

        await read.Should().ThrowExactlyAsync<BodyLimitException>().WithMessage("The body is larger than 3000 bytes.");
        reader.Bytes.ToArray().Should().HaveCount(3_000).And.OnlyContain(static value => value == 'x');
    }

#if NET
    /// <summary>Mono, which stands in for .NET Framework, takes such a body for one that ends early.</summary>
    [Fact]
    public async Task SendAsync_ABodyThatIsNoGzip_CannotBeDecompressed()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, static () =>
        {
            var content = new StringContent(Some.QueuedJson);
            content.Headers.ContentEncoding.Add("gzip");
            return content;
        });

        (await client.FailAsync<TracklyResponseException>()).Message.Should().StartWith("The response, 200, cannot be read: it cannot be decompressed. ");
    }
#endif

    private static HttpResponseMessage Create(string encoding, byte[] body)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        if (encoding.Length > 0)
            response.Content.Headers.Add("Content-Encoding", encoding.Split([", "], StringSplitOptions.None));
        return response;
    }

    private static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var bytes = Encoding.ASCII.GetBytes(text);
            gzip.Write(bytes, 0, bytes.Length);
        }

        return compressed.ToArray();
    }
}
