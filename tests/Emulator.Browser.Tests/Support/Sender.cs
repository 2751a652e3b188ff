using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Testing;

namespace Emulator.Browser.Tests.Support;

/// <summary>Sends to the emulator without the SDK, so that every request and response is seen unchanged.</summary>
public sealed class Sender(TracklyEmulator emulator) : IDisposable
{
    // Numbers and texts travel as they are, not as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = emulator.BaseAddress };

    public async Task SendAsync(string body, string to = "+14155550123")
    {
        using var response = await PostMessageAsync(body, to);
        response.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> PostMessageAsync(string body, string to = "+14155550123") => PostAsync(Request(body, to));

    public JsonObject Request(string body, string to = "+14155550123") =>
        new() { ["to"] = to, ["list_number"] = emulator.ListNumber, ["body"] = body };

    public Task<HttpResponseMessage> PostAsync(JsonObject request) => PostAsync(request.ToJsonString(Plain));

    public Task<HttpResponseMessage> PostAsync(string json, string endpoint = "v2/send", string? key = null) =>
        PostUntilAsync(json, TestContext.Current.CancellationToken, endpoint, key);

    public async Task<HttpResponseMessage> PostUntilAsync(string json, CancellationToken patience, string endpoint = "v2/send", string? key = null)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        request.Headers.Add("X-Api-Key", key ?? emulator.ApiKey);
        return await _http.SendAsync(request, patience);
    }

    /// <summary>Sends many messages at 64 at once.</summary>
    public Task SendManyAsync(int count, Func<int, string> body) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await SendAsync(body(i), $"+1415555{i % 10000:D4}"));

    /// <summary>Scripts a fault through the control API.</summary>
    public async Task ScriptAsync(JsonObject fault)
    {
        using var response = await _http.PostAsJsonAsync("/_emulator/faults", fault);
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonNode> StateAsync() => (await _http.GetFromJsonAsync<JsonNode>("/_emulator/state"))!;

    public void Dispose() => _http.Dispose();
}
