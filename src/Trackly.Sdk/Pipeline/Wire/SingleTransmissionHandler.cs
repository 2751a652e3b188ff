using System.Net;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Sits next to the primary handler: one attempt is one transmission, whatever the handlers around it try. Only here is the key on the request: HttpClientFactory hands
/// every header to the log at Trace level.
/// </summary>
internal sealed class SingleTransmissionHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request is AttemptRequest { IsMarked: false } own ? TransmitAsync(own, own.Attempt, cancellationToken)
        : AttemptRequest.FindAttempt(request) is { } attempt ? TransmitOnceAsync(request, attempt, cancellationToken)
        : ApiKeyHeader.IsOn(request) ? throw new RepeatedTransmissionException(
            "A handler sent a copy of the request without its options, so that it cannot be distinguished from a repetition. "
            + "Copy HttpRequestMessage.Options along, or send the request itself.")
        : base.SendAsync(request, cancellationToken);

    /// <summary>Transmits a request that handlers may have copied or repeated: only the first to arrive.</summary>
    private async Task<HttpResponseMessage> TransmitOnceAsync(HttpRequestMessage request, Attempt attempt, CancellationToken cancellationToken)
    {
        if (!attempt.TryClaim(out var shared))
        {
            // A hedge beside the first transmission shares its response; a retry after it has nothing to wait for.
            if (shared.Task.IsCompleted)
                throw new RepeatedTransmissionException();
            return CreateResponse(await shared.Task.ConfigureAwait(false), request);
        }

        var offered = request.Content;
        try
        {
            if (attempt.Call.Body is not null)
                request.Content = await AttemptContent.CreateAsync(request, attempt).ConfigureAwait(false);
            var response = await TransmitAsync(request, attempt, cancellationToken).ConfigureAwait(false);
            var read = new WireResponse(response, attempt.Call.Clock, attempt.Call.MaxResponseBytes);
            attempt.SetResponse(read);
            await read.ReadBodyAsync(response, cancellationToken).ConfigureAwait(false);
            shared.TrySetResult(read);
            response.Content = CreateContent(read, response.Content);
            return response;
        }
        catch (Exception exception)
        {
            attempt.SetException(exception);
            throw;
        }
        finally
        {
            // The host's handlers may read the body as often as they like, also when the response is there.
            request.Content = offered;
            // A hedge that waits gets the response, or learns that there is none.
            shared.TrySetCanceled(CancellationToken.None);
        }
    }

    private async Task<HttpResponseMessage> TransmitAsync(HttpRequestMessage request, Attempt attempt, CancellationToken cancellationToken)
    {
        var (method, address) = (request.Method, request.RequestUri);
        if (method != attempt.Call.Method || address is null || (address != attempt.Call.Address && address != ResolvedAddress.Find(request)))
        {
            attempt.MarkRepeated();
            throw RepeatedTransmissionException.ForChangedRequest();
        }

        if (ServiceName.IsName(address))
        {
            attempt.MarkRepeated();
            throw new RepeatedTransmissionException(ServiceName.NotResolved);
        }

        try
        {
            ApiKeyHeader.Set(request, attempt.ApiKey);
            // A server that redirects instead of asking for the body would be believed before the body can refuse to be repeated.
            request.Headers.ExpectContinue = false;
            attempt.MarkConnecting();
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (request.Method == method && (response.RequestMessage is not { } final || final.RequestUri == address))
                return response;
            attempt.MarkRepeated();
            response.Dispose();
            throw new RepeatedTransmissionException();
        }
        catch (Exception exception)
        {
            if (request.Method == method && AsksAgainOnlyWhenUnprocessed(InnerHandler!))
                attempt.MarkUnprocessed();
            var safe = ResponseErrors.RemoveMessage(exception);
            attempt.SetException(safe);
            // HttpClientFactory logs it as it passes by.
            if (safe == exception)
                throw;
            throw safe;
        }
        finally
        {
            ApiKeyHeader.Remove(request);
        }
    }

    /// <summary>
    /// SocketsHttpHandler asks for the body again only when the server did not process it: HTTP/2 said so (REFUSED_STREAM, GOAWAY), or a challenge or a redirect was the
    /// response. Other handlers, and those of .NET Framework, also ask when a connection broke, which proves nothing.
    /// </summary>
    private static bool AsksAgainOnlyWhenUnprocessed(HttpMessageHandler primary) =>
#if NET
        primary.GetType() == typeof(SocketsHttpHandler) || primary.GetType() == typeof(HttpClientHandler);
#else
        false;
#endif

    private static HttpResponseMessage CreateResponse(WireResponse response, HttpRequestMessage request) =>
        new((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = CreateContent(response, original: null) };

    private static ByteArrayContent CreateContent(WireResponse response, HttpContent? original)
    {
        // Whole and unpacked by now.
        var body = response.Received.Bytes;
        var content = new ByteArrayContent(body);
        if (original is not null)
            HandlerContent.CopyHeaders(original.Headers, content.Headers);
        content.Headers.ContentEncoding.Clear();
        content.Headers.ContentLength = body.Length;
        original?.Dispose();
        return content;
    }
}
