using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>A primary handler for many requests at once. It responds as a function of the message's text says, and accepts when there is none.</summary>
internal sealed class StreamServer(Func<string, CancellationToken, Task<HttpResponseMessage?>>? respond = null) : HttpMessageHandler
{
    private int _inFlight;
    private int _maxInFlight;

    public ConcurrentQueue<string> Received { get; } = [];

    public int MaxInFlight => Volatile.Read(ref _maxInFlight);

    public static HttpResponseMessage Create(int status, string json = """{"error":"x"}""", string? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    /// <summary>Never responds.</summary>
    public static async Task<HttpResponseMessage?> HangAsync(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancellation = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        for (var max = MaxInFlight; inFlight > max && Interlocked.CompareExchange(ref _maxInFlight, inFlight, max) != max; max = MaxInFlight)
        {
        }

        try
        {
            using var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var text = json.RootElement.GetProperty("body").GetString()!;
            Received.Enqueue(text);
            await Task.Yield();
            return (respond is null ? null : await respond(text, cancellationToken)) ?? Create(200, $$"""{"success":true,"message_id":"id-{{text}}","status":"queued"}""");
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
