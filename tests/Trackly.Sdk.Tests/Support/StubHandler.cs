using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A primary handler that responds as scripted, step by step, and repeats the last step. It records every request.</summary>
internal sealed class StubHandler(FakeTimeProvider? clock = null) : HttpMessageHandler
{
    private readonly List<Step> _steps = [];
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests => _requests;

    /// <summary>Accepts the message with the documented response.</summary>
    /// <param name="after">How long the response takes, by the test clock.</param>
    public StubHandler Accepts(TimeSpan after = default) => Responds(200, Some.QueuedJson, after: after);

    public StubHandler Responds(int status, string body = "", string? retryAfter = null, TimeSpan after = default) =>
        Responds(status, () => new StringContent(body, Encoding.UTF8, "application/json"), retryAfter, after);

    public StubHandler Responds(int status, Func<HttpContent> content, string? retryAfter = null, TimeSpan after = default) => Then(readsBody: true, _ =>
    {
        clock?.Advance(after);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content() };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    });

    /// <summary>Nothing listens: the body is never read.</summary>
    public StubHandler RefusesTheConnection() => Then(readsBody: false, static _ =>
        throw new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused)));

    /// <summary>Reads the body and loses the connection.</summary>
    public StubHandler LosesTheResponse() => Then(readsBody: true, static _ =>
        throw new HttpRequestException("The response ended prematurely.", new IOException()));

    /// <summary>Never responds. The canceled wait continues synchronously in the call that cancels it, so that a test need not wait for another thread.</summary>
    public StubHandler Stalls(bool readsBody = true) => Then(readsBody, static async cancellationToken =>
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var cancellation = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    });

    public StubHandler Then(bool readsBody, Func<CancellationToken, Task<HttpResponseMessage>> respond)
    {
        _steps.Add(new Step(readsBody, respond));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = _steps[Math.Min(_requests.Count, _steps.Count - 1)];
        _requests.Add(await SentRequest.ReadAsync(request, (clock ?? TimeProvider.System).GetUtcNow(), step.ReadsBody, cancellationToken));
        return await step.Respond(cancellationToken);
    }

    private sealed record Step(bool ReadsBody, Func<CancellationToken, Task<HttpResponseMessage>> Respond);
}
