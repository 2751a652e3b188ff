using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace FaultLab.Tests;

/// <summary>A plain HttpClient that sends a message to a server and describes in a few words what it saw.</summary>
internal sealed class ProbeClient : IDisposable
{
    private const int MaxBodyBytes = 2 * 1024 * 1024;
    private readonly CancellationTokenSource _leaving = new();
    private readonly HttpClient _http;
    private readonly Version _version;

    public ProbeClient(Uri baseAddress, Version? version = null, DecompressionMethods decompression = DecompressionMethods.GZip)
    {
        _version = version ?? HttpVersion.Version11;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = decompression })
        {
            BaseAddress = baseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The body of the last response, as far as it was read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many bytes of the last response's body were read.</summary>
    public long Length { get; private set; }

    /// <summary>The Retry-After of the last response, as sent. Null if it has none.</summary>
    public string? RetryAfter { get; private set; }

    public void Leave() => _leaving.Cancel();

    /// <summary>
    /// Sends and returns "refused", "silence" or how the connection failed; or the status, then "whole", "stalled", "endless" or how the connection failed.
    /// </summary>
    public async Task<string> SendAsync(string id = "m-1", int padding = 0, Func<Task>? onHead = null)
    {
        try
        {
            using var response = await _http.SendAsync(CreateMessage(id, padding), HttpCompletionOption.ResponseHeadersRead, _leaving.Token);
            RetryAfter = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null;
            var reading = ReadAsync(response);
            if (onHead is not null)
                await onHead();
            return $"{(int)response.StatusCode} {await reading}";
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError is HttpRequestError.ConnectionError ? "refused" : Describe(exception);
        }
        catch (OperationCanceledException)
        {
            return "silence";
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _leaving.Dispose();
    }

    private HttpRequestMessage CreateMessage(string id, int padding) => new(HttpMethod.Post, "v2/send")
    {
        Version = _version,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Headers = { { "X-Api-Key", "trk_probe" } },
        Content = new StringContent($$$"""{"body":"{{{new string('x', padding)}}}","metadata":{"id":"{{{id}}}"}}""", Encoding.UTF8)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        },
    };

    private static string Describe(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => "reset",
        HttpProtocolException protocol => $"http/2 error {protocol.ErrorCode}",
        { InnerException: { } inner } => Describe(inner),
        HttpRequestException request => Describe(request.HttpRequestError),
        HttpIOException read => Describe(read.HttpRequestError),
        _ => exception.GetType().Name,
    };

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.ResponseEnded => "closed",
        HttpRequestError.InvalidResponse => "garbled",
        HttpRequestError.ConfigurationLimitExceeded => "overrun",
        _ => error.ToString(),
    };

    private async Task<string> ReadAsync(HttpResponseMessage response)
    {
        using var read = new MemoryStream();
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(_leaving.Token);
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await body.ReadAsync(buffer, _leaving.Token)) > 0)
            {
                read.Write(buffer, 0, count);
                if (read.Length > MaxBodyBytes)
                    return "endless";
            }

            return "whole";
        }
        catch (OperationCanceledException)
        {
            return "stalled";
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return Describe(exception);
        }
        finally
        {
            Length = read.Length;
            Text = Encoding.UTF8.GetString(read.ToArray());
        }
    }
}
