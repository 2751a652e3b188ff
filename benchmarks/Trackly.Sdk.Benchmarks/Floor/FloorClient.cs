using System.Net.Http.Json;

namespace Trackly.Sdk.Benchmarks.Floor;

/// <summary>
/// What a competent engineer writes instead of using the SDK, and nothing more: no check of the message, no retry, no telemetry. Everything is measured against it.
/// </summary>
/// <param name="http">Sends.</param>
/// <param name="sendAddress">Where to.</param>
/// <param name="apiKey">The key.</param>
/// <param name="reads">Whether the answer is buffered, as it is by default, before it is read.</param>
internal sealed class FloorClient(HttpClient http, Uri sendAddress, string apiKey, HttpCompletionOption reads = HttpCompletionOption.ResponseContentRead)
{
    public async Task<FloorAnswer> SendAsync(FloorMessage message, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, sendAddress) { Content = JsonContent.Create(message, FloorJson.Default.FloorMessage) };
        request.Headers.Add("X-Api-Key", apiKey);
        using var response = await http.SendAsync(request, reads, cancellationToken);
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
