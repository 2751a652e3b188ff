using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Calls an emulator as any HTTP client would, without the SDK.</summary>
internal sealed class RawCaller(TracklyEmulator emulator) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Sends a valid message.</summary>
    public Task<RawResponse> SendMessageAsync(string body = "Hi", string to = "+14155551234", string list = "+18005551000", string? key = null) =>
        SendAsync(JsonSerializer.Serialize(new { to, list_number = list, body }), key: key);

    public Task<RawResponse> SendAsync(string json, string path = "v2/send", string? key = null, string contentType = "application/json") =>
        SendAsync(Encoding.UTF8.GetBytes(json), path, key, contentType);

    public Task<RawResponse> SendAsync(byte[] body, string path = "v2/send", string? key = null, string contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, emulator.BaseAddress + path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Add("X-Api-Key", key ?? emulator.ApiKey);
        return SendAsync(request);
    }

    public async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new RawResponse(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _http.Dispose();
}
