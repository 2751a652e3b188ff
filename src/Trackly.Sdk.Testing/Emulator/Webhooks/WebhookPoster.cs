using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>Posts JSON to the address of an account, and nowhere else.</summary>
/// <remarks>
/// Not documented, and the emulator's choice: an attempt ends after 10 seconds without a response, the user agent, and that nothing is signed. The scheme
/// of Trackly's signature is not public, and a signature of another scheme would only look like one.
/// </remarks>
internal sealed class WebhookPoster(TimeProvider clock) : IDisposable
{
    private const int MaxResponseBytes = 1_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    // No redirect and no proxy: what the developer configured is where it goes. Without a propagator there is no span of the emulator's own.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 16,

        // A connection for each attempt: an application under development restarts often.
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    /// <exception cref="OperationCanceledException">The emulator is being disposed.</exception>
    public async Task<EmulatedWebhookAttempt> PostAsync(Uri address, string json, CancellationToken closing)
    {
        var (startedAt, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var timeout = new CancellationTokenSource(MaxTime, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, closing);
        int? status = null;
        string? body = null, error = null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, new MediaTypeHeaderValue("application/json")) };
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("trackly-emulator", null));
            using var response = await _http.SendAsync(request, ended.Token).ConfigureAwait(false);
            (status, body) = ((int)response.StatusCode, await ReadAsync(response.Content, ended.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            error = $"No response within {MaxTime.TotalSeconds} seconds.";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Without the address, which may contain a secret.
            error = exception.GetBaseException() is SocketException socket ? socket.Message : "The connection failed before there was a response.";
        }

        return new EmulatedWebhookAttempt
        {
            StartedAt = startedAt,
            Duration = clock.GetElapsedTime(started),
            Status = error is null ? status : null,
            Response = error is null ? body : null,
            Error = error,
        };
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[MaxResponseBytes];
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);

        // The limit may cut a longer response within a character, which the decoder then leaves out.
        var text = new char[count];
        return new string(text, 0, Encoding.UTF8.GetDecoder().GetChars(buffer.AsSpan(0, count), text, flush: count < buffer.Length));
    }
}
