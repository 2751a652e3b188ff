using System.Net;

namespace Trackly.Sdk.Pipeline;

/// <summary>Sits next to the primary handler: one attempt is one transmission, whatever the handlers around it try.</summary>
internal sealed class WireGuard(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Attempt.Of(request) is not { } attempt)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (attempt.TryTransmit(out var transmission))
            return await TransmitAsync(request, attempt, transmission, cancellationToken).ConfigureAwait(false);

        // A hedge beside the first transmission shares its answer; a retry after it has nothing to wait for.
        if (transmission.Task.IsCompleted)
            throw new RepeatedTransmissionException();
        return ResponseOf(await transmission.Task.ConfigureAwait(false), request);
    }

    private async Task<HttpResponseMessage> TransmitAsync(
        HttpRequestMessage request, Attempt attempt, TaskCompletionSource<Answer> transmission, CancellationToken cancellationToken)
    {
        try
        {
            request.Content = await AttemptContent.ForTheWireAsync(request, attempt).ConfigureAwait(false);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var answer = await Answer.ReadAsync(response, attempt.Call.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            attempt.Hear(answer);
            transmission.SetResult(answer);
            response.Content = ContentOf(answer, response.Content);
            return response;
        }
        catch (Exception fault)
        {
            attempt.Fail(fault);
            transmission.SetException(fault);
            // Seen here already: a hedge may never come to look.
            _ = transmission.Task.Exception;
            throw;
        }
    }

    private static HttpResponseMessage ResponseOf(Answer answer, HttpRequestMessage request) =>
        new((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = ContentOf(answer, original: null) };

    private static ByteArrayContent ContentOf(Answer answer, HttpContent? original)
    {
        var content = new ByteArrayContent(answer.Body);
        foreach (var header in original?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        content.Headers.ContentLength = answer.Body.Length;
        original?.Dispose();
        return content;
    }
}
