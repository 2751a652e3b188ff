using System.Net;
using System.Text;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>What a caller's own HttpClient returns counts only as the response to the request that was sent.</summary>
public sealed class TransmitterTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_AResponseOfAnotherAddress_IsNotBelieved() =>
        await ExpectRepeatedAsync(static (_, response) => response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://other.test/api/v2/send"));

    [Fact]
    public async Task SendAsync_ARequestThatBecameAnotherMethod_HasNoResponse() => await ExpectRepeatedAsync(static (request, _) => request.Method = HttpMethod.Get);

    [Fact]
    public async Task SendAsync_AResponseOfTheSameRequest_IsBelieved()
    {
        using var httpClient = new HttpClient(new RespondingHandler(static (request, response) => response.RequestMessage = request));
        using var client = new TracklyClient(httpClient, Some.Options());

        (await client.SendAsync(Some.Request(), Canceled)).MessageId.Should().Be("a1b2c3d4");
    }

    private static async Task ExpectRepeatedAsync(Action<HttpRequestMessage, HttpResponseMessage> change)
    {
        using var httpClient = new HttpClient(new RespondingHandler(change));
        using var client = new TracklyClient(httpClient, Some.Options());

        var send = () => client.SendAsync(Some.Request(), Canceled);

        var exception = (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("Remove its retries or redirects.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Repeated);
    }

    /// <summary>Reads the message, and accepts it with a response that the test changes.</summary>
    private sealed class RespondingHandler(Action<HttpRequestMessage, HttpResponseMessage> change) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Some.QueuedJson, Encoding.UTF8, "application/json") };
            change(request, response);
            return response;
        }
    }
}
