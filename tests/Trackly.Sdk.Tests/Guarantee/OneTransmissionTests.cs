using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What a handler of the host sees of the one transmission: its response or its exception.</summary>
public sealed class OneTransmissionTests : IDisposable
{
    private const string Json = """{"error":"no","code":"invalid_phone"}""";

    private readonly StubHandler _wire = new();

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Response_ThatIsCompressed_IsReadWithItsHeadersAndDisposed()
    {
        using var content = CreateCompressed();
        _wire.Responds(400, () => content);
        HttpContentHeaders? headers = null;
        var body = "";

        await FailAsync<TracklyInvalidRequestException>(async (request, next) =>
        {
            var response = await next(request);
            (headers, body) = (response.Content.Headers, await response.Content.ReadAsStringAsync(Canceled));
            return response;
        });

        body.Should().Be(Json);
        headers!.GetValues("Content-Type").Should().Equal("application/json");
        headers.ContentLanguage.Should().Equal("de");
        headers.ContentEncoding.Should().BeEmpty("the body is decompressed by now");
        headers.ContentLength.Should().Be(Json.Length);
        content.IsDisposed.Should().BeTrue("it keeps its connection until then");
    }

    [Fact]
    public async Task ContentOfTheHost_ThatCannotBeRead_GivesTheInnerException()
    {
        Exception? seen = null;

        var exception = await FailAsync<TracklyConnectionException>(async (request, next) =>
        {
            request.Content = new UnreadableContent();
            seen = (await FluentActions.Awaiting(() => next(request)).Should().ThrowExactlyAsync<InvalidOperationException>()).Which;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.InnerException.Should().NotBeNull().And.BeSameAs(seen);
        _wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ExceptionOfTheNetwork_KeepsItsStackTrace()
    {
        _wire.RefusesTheConnection();

        var exception = await FailAsync<TracklyConnectionException>(static (request, next) => next(request));

        exception.InnerException!.StackTrace.Should().Contain(nameof(StubHandler.RefusesTheConnection));
    }

    [Fact]
    public async Task ExceptionThatQuotesTheResponse_ReachesTheHostWithoutTheQuote()
    {
        _wire.Then(readsBody: true, static _ => throw new HttpRequestException(HttpRequestError.InvalidResponse, $"Received an invalid header: {Some.Recipient}"));
        Exception? seen = null;

        await FailAsync<TracklyConnectionException>(async (request, next) =>
        {
            seen = (await FluentActions.Awaiting(() => next(request)).Should().ThrowExactlyAsync<HttpRequestException>()).Which;
            throw seen;
        });

        seen!.Message.Should().Be("The response cannot be read.");
    }

    [Fact]
    public async Task OwnRequestOfTheHost_IsTransmittedUnchanged()
    {
        _wire.Responds(200, "a token").Responds(400, Json);
        string? token = null;

        await FailAsync<TracklyInvalidRequestException>(async (request, next) =>
        {
            using var own = new HttpRequestMessage(HttpMethod.Get, "https://tokens.test/");
            token = await (await next(own)).Content.ReadAsStringAsync(Canceled);
            return await next(request);
        });

        token.Should().Be("a token");
        _wire.Requests.Select(static request => request.Headers.ContainsKey("X-Api-Key")).Should().Equal(false, true);
    }

    public void Dispose() => _wire.Dispose();

    private static WatchedContent CreateCompressed()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Json));
        var content = new WatchedContent(compressed.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.ContentLanguage.Add("de");
        content.Headers.ContentLength = compressed.Length;
        return content;
    }

    private Task<TException> FailAsync<TException>(Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler)
        where TException : TracklyException => StubHostHandler.FailAsync<TException>(_wire, handler);

    private sealed class UnreadableContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("The key to encrypt with is gone.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
