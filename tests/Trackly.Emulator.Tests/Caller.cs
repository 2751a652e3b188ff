using System.Text;

namespace Trackly.Emulator.Tests;

/// <summary>Sends messages to a tool that runs, as an application does.</summary>
internal static class Caller
{
    private static readonly HttpClient Http = new();

    /// <summary>Sends a message and returns the status and the body of the response.</summary>
    public static async Task<(int Status, string Body)> SendAsync(Uri inbox, string json, string key = "trk_your_api_key_here")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(inbox, "api/v2/send")) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", key);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
