using System.Net.Http.Json;

namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>
/// What a competent engineer writes instead of using the SDK, and nothing more: no check of the message, no retry, no telemetry. Everything is measured against it.
/// </summary>
internal sealed class FloorClient(HttpClient http, Uri sendAddress, string apiKey)
{
    public async Task<FloorAnswer> SendAsync(FloorMessage message, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, sendAddress) { Content = JsonContent.Create(message, FloorJson.Default.FloorMessage) };
        request.Headers.Add("X-Api-Key", apiKey);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await FailureOfAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(FloorJson.Default.FloorAnswer, cancellationToken)
            ?? throw new InvalidOperationException("Trackly answered null.");
    }

    private static async Task<FloorException> FailureOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var said = await response.Content.ReadFromJsonAsync(FloorJson.Default.FloorError, cancellationToken);
        return new FloorException(response.StatusCode, said?.Code, said?.Error);
    }
}
