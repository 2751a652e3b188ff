using System.Net;
using System.Security.Cryptography;
using System.Text;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class VerifySignatureTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("of the test");

    [Fact]
    public async Task Request_WithTheSignature_IsHandled_WithoutASecretToo()
    {
        await using var host = await StartAsync(static (headers, body) =>
            CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Key, body.Span), Read(headers)));

        (await PostAsync(host, HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(WebhookSamples.Delivery)))).Should().Be(HttpStatusCode.OK);
        (await PostAsync(host, new byte[32])).Should().Be(HttpStatusCode.Unauthorized);

        host.OwnLog.Select(static record => record.Id.Name).Should().Equal("Handled", "WrongSignature");
    }

    [Fact]
    public async Task Check_SeesTheBytesAsTheyArrived()
    {
        byte[] seen = [];
        await using var host = await WebhookHost.StartAsync(options => options.VerifySignature = (_, body) =>
        {
            seen = body.ToArray();
            return true;
        });
        byte[] sent = [0xEF, 0xBB, 0xBF, .. "{ \"event\" : \"\\u0072eply\" , \"x\":\""u8, 0xFF, .. "\" }\r\n"u8];

        (await host.PostAsync(sent)).Should().Be(HttpStatusCode.OK);

        seen.Should().Equal(sent);
    }

    [Fact]
    public async Task Check_RunsAfterTheSecret_AndBeforeTheJson()
    {
        var calls = 0;
        await using var host = await WebhookHost.StartAsync(options => options.VerifySignature = (_, _) => ++calls < 0);

        (await host.PostAsync("{}", "wrong")).Should().Be(HttpStatusCode.NotFound);
        calls.Should().Be(0);
        (await host.PostAsync("no JSON")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Check_ThatThrows_LetsNothingIn()
    {
        await using var host = await WebhookHost.StartAsync(
            static options => options.VerifySignature = static (_, _) => throw new FormatException("The signature is not hexadecimal."));

        (await host.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.InternalServerError);

        host.Received.Should().BeEmpty();
        host.OwnLog.Should().ContainSingle().Which.Id.Name.Should().Be("VerificationFailed");
    }

    private static Task<WebhookHost> StartAsync(Func<IHeaderDictionary, ReadOnlyMemory<byte>, bool> verify) => WebhookHost.StartAsync(
        builder => builder.Services.AddTracklyWebhooks(options => options.VerifySignature = verify),
        static app => app.MapTracklyWebhooks("/hooks", static (_, _, _) => Task.CompletedTask));

    private static byte[] Read(IHeaderDictionary headers) => Convert.FromHexString(headers["X-Trackly-Signature"].ToString());

    private static async Task<HttpStatusCode> PostAsync(WebhookHost host, byte[] signature)
    {
        using var content = new StringContent(WebhookSamples.Delivery);
        content.Headers.Add("X-Trackly-Signature", Convert.ToHexString(signature));
        using var response = await host.Client.PostAsync(new Uri("/hooks", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
