using System.Net;
using System.Text;
using FaultLab;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What a handler of the host gets when it sends a request again, and what it sees of the request afterwards.</summary>
public sealed class RepeatedRequestTests : IDisposable
{
    private const string KeyHeader = "X-Api-Key";

    /// <summary>Only a broken client reaches it.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<bool> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<HttpResponseMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StubHandler _wire = new();

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hedge_BesideTheFirstTransmission_GetsTheSameResponse()
    {
        _wire.Then(readsBody: true, RespondLaterAsync);
        List<string> bodies = [];

        var exception = await FailAsync<TracklyInvalidRequestException>(async (request, next) =>
        {
            var first = next(request);
            await _arrived.Task;
            var hedge = next(Copy(request));
            _response.SetResult(Respond(400, """{"error":"no","code":"invalid_phone"}"""));
            var responses = await Task.WhenAll(first, hedge);
            foreach (var response in responses)
                bodies.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Canceled)}");
            return responses[1];
        });

        bodies.Should().HaveCount(2).And.AllBe("""400 {"error":"no","code":"invalid_phone"}""");
        _wire.Requests.Should().ContainSingle();
        exception.ErrorCode.Should().Be(TracklyErrorCode.InvalidPhone);
    }

    [Fact]
    public async Task Hedge_BesideATransmissionThatFails_LearnsThatThereIsNoResponse()
    {
        _wire.Then(readsBody: true, RespondLaterAsync);
        Task<HttpResponseMessage>? hedge = null;

        await FailAsync<TracklyConnectionException>(async (request, next) =>
        {
            var first = next(request);
            await _arrived.Task;
            hedge = next(Copy(request));
            _response.SetException(new HttpRequestException("lost", new IOException()));
            return await first;
        });

        await hedge!.Awaiting(static hedge => hedge.WaitAsync(MaxDuration, Canceled)).Should().ThrowAsync<OperationCanceledException>("a hedge that nobody tells would wait for ever");
        _wire.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Retry_AfterTheResponse_IsRefusedAndDoesNotGetItAgain(bool copies)
    {
        _wire.Responds(400, """{"error":"no","code":"invalid_phone"}""");
        Exception? second = null;

        await FailAsync<TracklyInvalidRequestException>(async (request, next) =>
        {
            var response = await next(request);
            second = (await FluentActions.Awaiting(() => next(copies ? Copy(request) : request)).Should().ThrowAsync<OperationCanceledException>()).Which;
            return response;
        });

        second!.Message.Should().Contain("a second time");
        _wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Handler_AfterAConnectionThatFailed_SeesNoKey()
    {
        _wire.RefusesTheConnection();
        List<(bool Before, bool After)> seen = [];

        await FailAsync<TracklyConnectionException>(async (request, next) =>
        {
            var before = request.Headers.GetValues(KeyHeader).Single() == Some.Key;
            try
            {
                return await next(request);
            }
            finally
            {
                seen.Add((before, request.Headers.Contains(KeyHeader)));
            }
        });

        seen.Should().Equal([(false, false)], "the body was never asked for, and the key is taken off all the same");
        _wire.Requests.Should().ContainSingle().Which.Key.Should().Be(Some.Key);
    }

    [Fact]
    public async Task Handler_AfterTheResponse_MayWriteTheBodyToAStreamOfItsOwn()
    {
        _wire.Responds(400, """{"error":"no","code":"invalid_phone"}""");
        using var memory = new MemoryStream();
        var written = "";

        await FailAsync<TracklyInvalidRequestException>(async (request, next) =>
        {
            var response = await next(request);
            using var audit = new BufferedStream(memory);
            await request.Content!.CopyToAsync(audit, Canceled);
            await request.Content!.CopyToAsync(audit, Canceled);
            await audit.FlushAsync(Canceled);
            written = Encoding.UTF8.GetString(memory.ToArray());
            return response;
        });

        written.Split(Some.Recipient).Should().HaveCount(3, "the body is there twice");
    }

    [Fact]
    public async Task ResponseOfAnotherAddress_BehindAHandlerOfTheHost_IsDisposedAndNotTrusted()
    {
        using var content = new WatchedContent(Some.QueuedJson);
        Exception? seen = null;
        _wire.Then(readsBody: true, _ => Task.FromResult(
            new HttpResponseMessage { Content = content, RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://other.test/api/v2/send") }));

        var exception = await FailAsync<TracklyConnectionException>(async (request, next) =>
        {
            seen = (await FluentActions.Awaiting(() => next(request)).Should().ThrowAsync<OperationCanceledException>()).Which;
            return Respond(200, Some.QueuedJson);
        });

        seen!.Message.Should().Contain("followed a redirect");
        content.IsDisposed.Should().BeTrue("it keeps its connection until then");
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Repeated);
    }

    [Fact]
    public async Task RedirectThatTurnsThePostIntoAGet_ProvesNothing()
    {
        await using var server = FaultServer.Start(Redirects.SeeOther, PlainResponses.NotFound);
        using var httpClient = new HttpClient(new SingleTransmissionHandler(new HttpClientHandler { AllowAutoRedirect = true }));
        using var client = new TracklyClient(httpClient, Some.Options(options => (options.BaseAddress, options.Retry.MaxRetryAttempts) = (server.BaseAddress, 0)));

        var exception = (await client.Awaiting(static it => it.SendAsync(Some.Request(), Canceled)).Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;

        exception.Outcome.Should().Be(SendOutcome.Unknown, "the server had the message before it redirected");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Repeated);
    }

    public void Dispose() => _wire.Dispose();

    private static HttpResponseMessage Respond(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        foreach (var option in request.Options)
            ((IDictionary<string, object?>)copy.Options).Add(option);
        return copy;
    }

    private Task<HttpResponseMessage> RespondLaterAsync(CancellationToken cancellationToken)
    {
        _arrived.SetResult(true);
        return _response.Task;
    }

    private Task<TException> FailAsync<TException>(Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handler)
        where TException : TracklyException => StubHostHandler.FailAsync<TException>(_wire, handler);
}
