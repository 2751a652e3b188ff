using System.Net;
using System.Text;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Calls the control API as a test in any language would.</summary>
public abstract class ControlApiTest : EmulatorTest
{
    private static readonly HttpClient Http = new();

    private protected async Task<RawResponse> CallAsync(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, json, headers);
        return new RawResponse(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private protected async Task<HttpResponseMessage> SendAsync(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Emulator.InboxAddress, path));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private protected async Task QueueAsync(string body, string to = "+14155551234") =>
        (await Caller.SendMessageAsync(body, to)).Status.Should().Be(HttpStatusCode.OK);
}
