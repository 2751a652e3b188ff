using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>Transmits one attempt and records what happened.</summary>
/// <param name="getInvoker">Returns what sends an attempt: an HttpClient, except over the client's own connections.</param>
/// <param name="chain">The handlers inside the invoker.</param>
internal sealed class Transmitter(Func<HttpMessageInvoker> getInvoker, HandlerChain chain)
{
    /// <summary>The problem with a caller's HttpClient that asks for Expect: 100-continue.</summary>
    public const string ExpectContinueProblem =
        "DefaultRequestHeaders.ExpectContinue of the HttpClient is true. A redirect could then take the API key and the message to another host: set it to false or null.";

    /// <summary>Transmits an attempt. Never throws: failures are recorded in the attempt.</summary>
    public async Task TransmitAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            var invoker = getInvoker();
            using var request = CreateRequest(attempt, invoker);
            using var response = await SendAsync(invoker, request, cancellationToken).ConfigureAwait(false);
            if (attempt.Response is not null)
                return;
            if (request.Method != attempt.Call.Method || IsOfAnotherAddress(response, request))
                throw new RepeatedTransmissionException();
            if (attempt.IsClaimed)
                throw new HttpRequestException("A handler returned its own response although the transmission had started.");
            var read = new WireResponse(response, attempt.Call.Clock, attempt.Call.MaxResponseBytes);
            attempt.SetResponse(read);
            await read.ReadBodyAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // A redirect, or a request that the handler next to the network refused at once; not the repetition of one that had failed.
            if (exception is RepeatedTransmissionException && attempt.Exception is null)
                attempt.MarkRepeated();
            attempt.SetException(ResponseErrors.RemoveMessage(exception));
        }
    }

    /// <summary>Sends a request and returns once the head of the response has arrived. An HttpClient does so only on request.</summary>
    private static Task<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker, AttemptRequest request, CancellationToken cancellationToken) =>
        invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken);

    private AttemptRequest CreateRequest(Attempt attempt, HttpMessageInvoker invoker)
    {
        var request = new AttemptRequest(attempt, invoker as HttpClient);
        if (chain.IsGuarded)
            ApiKeyHeader.SetMask(request);
        else
            PrepareForCallersClient(request, (HttpClient)invoker);
        var isCopyable = chain.HasHostHandlers;
        if (isCopyable)
            request.Mark();
        if (attempt.Call.Body is { } body)
            request.Content = isCopyable ? new HandlerContent(body) : new AttemptContent(request, attempt, body);
        return request;
    }

    private static void PrepareForCallersClient(AttemptRequest request, HttpClient client)
    {
        if (client.DefaultRequestHeaders.ExpectContinue == true)
            throw new InvalidOperationException(ExpectContinueProblem);
        ApiKeyHeader.Set(request, request.Attempt.ApiKey);
    }

    private static bool IsOfAnotherAddress(HttpResponseMessage response, AttemptRequest request) =>
        // A handler that makes a response of its own may leave it out.
        response.RequestMessage is { } final && final.RequestUri != request.Attempt.Call.Address;
}
