using System.Net;
using System.Security.Authentication;

namespace FaultLab.Tests;

/// <summary>What a client sees whose address is https, or whose proxy is the server.</summary>
public sealed class SecureConnectionTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ConnectionFaults.UntrustedCertificate), "The remote certificate is invalid")]
    [InlineData(nameof(PlainResponses.BadRequestUnread), "Cannot determine the frame size or a corrupted frame was received")]
    public async Task Https_FailsInTheHandshake(string fault, string message)
    {
        await using var server = FaultServer.Start(Faults.Find(fault));
        using var http = new HttpClient();

        var post = () => http.PostAsync(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri, new StringContent("{}"), Canceled);

        var exception = (await post.Should().ThrowAsync<HttpRequestException>()).Which;
        exception.HttpRequestError.Should().Be(HttpRequestError.SecureConnectionError);
        exception.InnerException.Should().BeOfType<AuthenticationException>().Which.Message.Should().StartWith(message);
        server.Log.Heads.Should().Be(0);
    }

    [Fact]
    public async Task Proxy_AsksForAuthentication()
    {
        await using var server = FaultServer.Start(PlainResponses.ProxyAuthenticationRequired);
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(server.BaseAddress) });

        using var response = await http.PostAsync(new Uri("http://trackly.test/api/v2/send"), new StringContent("{}"), Canceled);

        response.StatusCode.Should().Be(HttpStatusCode.ProxyAuthenticationRequired);
        server.Log.GetText().Should().StartWith("POST http://trackly.test/api/v2/send HTTP/1.1");
    }
}
