using System.Net;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Sits next to the primary handler: one attempt is one transmission, whatever the handlers around it try. It alone puts the key on, and takes it off again:
/// HttpClientFactory hands every header to the log at Trace level, in plain text to whoever reads more of an entry than its message.
/// </summary>
internal sealed class WireGuard(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is AttemptRequest { IsWatched: false } own ? TransmitAsync(own, own.Attempt, cancellationToken)
        : Transmission.Of(request) is { } marked ? SendOnceAsync(request, marked, cancellationToken)
        : base.SendAsync(request, cancellationToken);

    /// <summary>For a request that handlers may have copied or repeated: the first to come is transmitted.</summary>
    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, Transmission transmission, CancellationToken cancellationToken)
    {
        if (!transmission.TryClaim(out var shared))
        {
            // A hedge beside the first transmission shares its answer; a retry after it has nothing to wait for.
            if (shared.Task.IsCompleted)
                throw new RepeatedTransmissionException();
            return ResponseOf(await shared.Task.ConfigureAwait(false), request);
        }

        try
        {
            request.Content = await AttemptContent.ForTheWireAsync(request, transmission).ConfigureAwait(false);
            var response = await TransmitAsync(request, transmission, cancellationToken).ConfigureAwait(false);
            var answer = await Answer.ReadAsync(response, transmission.Call.Clock, keepsBody: true, cancellationToken).ConfigureAwait(false);
            transmission.Hear(answer);
            shared.TrySetResult(answer);
            response.Content = ContentOf(answer, response.Content);
            return response;
        }
        catch (Exception fault)
        {
            transmission.Fail(fault);
            throw;
        }
        finally
        {
            // A hedge that waits gets the answer, or learns that there is none.
            shared.TrySetCanceled(CancellationToken.None);
        }
    }

    private async Task<HttpResponseMessage> TransmitAsync(HttpRequestMessage request, Transmission transmission, CancellationToken cancellationToken)
    {
        try
        {
            request.Headers.Remove(Transport.KeyHeader);
            request.Headers.TryAddWithoutValidation(Transport.KeyHeader, transmission.Settings.ApiKey);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (request.Method != HttpMethod.Post)
                throw transmission.Refuse();
            return response;
        }
        catch (Exception fault)
        {
            if (request.Method == HttpMethod.Post && AsksAgainOnlyWhenHandedBack(InnerHandler!))
                transmission.HandBack();
            transmission.Fail(fault);
            // HttpClientFactory logs it as it passes by.
            var shown = Cause.Of(fault, transmission.Call)!;
            if (shown == fault)
                throw;
            throw shown;
        }
        finally
        {
            request.Headers.Remove(Transport.KeyHeader);
        }
    }

    /// <summary>
    /// SocketsHttpHandler asks for the body again only when the server did not process it: HTTP/2 said so (REFUSED_STREAM, GOAWAY), or a challenge or a redirect
    /// answered it. Other handlers, and those of .NET Framework, also ask when a connection broke, which proves nothing.
    /// </summary>
    private static bool AsksAgainOnlyWhenHandedBack(HttpMessageHandler primary) =>
#if NET
        primary.GetType() == typeof(SocketsHttpHandler) || primary.GetType() == typeof(HttpClientHandler);
#else
        false;
#endif

    private static HttpResponseMessage ResponseOf(Answer answer, HttpRequestMessage request) =>
        new((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = ContentOf(answer, original: null) };

    private static ByteArrayContent ContentOf(Answer answer, HttpContent? original)
    {
        var content = new ByteArrayContent(answer.Body);
        if (original is not null)
            PlainContent.CopyHeaders(original.Headers, content.Headers);
        content.Headers.ContentLength = answer.Body.Length;
        original?.Dispose();
        return content;
    }
}
