using System.Net.Http.Json;

namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>
/// The code that a competent engineer writes without the SDK, and nothing more: no validation, no retries, no telemetry. It is the baseline of every measurement.
/// </summary>
/// <param name="http">The client that sends.</param>
/// <param name="sendAddress">The address of the send endpoint.</param>
/// <param name="apiKey">The API key.</param>
/// <param name="completion">Whether the response is buffered before it is read. It is by default.</param>
internal sealed class FloorClient(HttpClient http, Uri sendAddress, string apiKey, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
{
    public async Task<FloorResponse> SendAsync(FloorMessage message, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, sendAddress) { Content = JsonContent.Create(message, FloorJson.Default.FloorMessage) };
        request.Headers.Add("X-Api-Key", apiKey);
        using var response = await http.SendAsync(request, completion, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await CreateExceptionAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(FloorJson.Default.FloorResponse, cancellationToken)
            ?? throw new InvalidOperationException("Trackly responded with null.");
    }

    private static async Task<FloorException> CreateExceptionAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await response.Content.ReadFromJsonAsync(FloorJson.Default.FloorError, cancellationToken);
        return new FloorException(response.StatusCode, error?.Code, error?.Error);
    }
}
