using System.Net;
using System.Text;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class MapTracklyWebhooksTests
{
    private const string Another = "AnotherSecretOfTheSameLength-012345678";

    [Fact]
    public async Task Event_WithTheSecret_ReachesTheHandler()
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.OK);

        host.Received.Should().ContainSingle().Which.Should().BeOfType<DeliveryEvent>().Which.RawJson.Should().Be(WebhookSamples.Delivery);
    }

    [Theory]
    [InlineData(Another)]
    [InlineData("x")]
    [InlineData(WebhookHost.Secret + "x")]
    [InlineData("5ECRETMAGPIE0123456789ABCDEFABCDEF-._~")]
    [InlineData("%F0%9F%98%80")]
    public async Task Event_WithAWrongSecret_Is404_AndItsBodyIsNotRead(string secret)
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.PostAsync("no JSON", secret)).Should().Be(HttpStatusCode.NotFound);
        (await host.PostAsync(WebhookSamples.Delivery, secret)).Should().Be(HttpStatusCode.NotFound);

        host.Received.Should().BeEmpty();
        host.OwnLog.Select(static record => record.Id.Name).Should().Equal("WrongSecret", "WrongSecret");
    }

    [Fact]
    public async Task PreviousSecret_IsAccepted_WhileItIsListed()
    {
        await using var host = await WebhookHost.StartAsync(static options => options.PreviousSecrets.Add(Another));

        (await host.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync(WebhookSamples.Delivery, Another)).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OverTheLimit_Is413(bool chunked)
    {
        await using var host = await WebhookHost.StartAsync(static options => options.MaxBodyBytes = 2_000);

        (await host.PostAsync(Content(2_000))).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync(Content(2_001))).Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await host.PostAsync(Content(50_000))).Should().Be(HttpStatusCode.RequestEntityTooLarge);

        host.Received.Should().ContainSingle();

        HttpContent Content(int length)
        {
            var body = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', length - 8)}\"}}");
            return chunked ? new StreamContent(new UnknownLength(body)) : new ByteArrayContent(body);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("event=delivery")]
    public async Task Body_ThatIsNoJsonObject_Is400(string body)
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.PostAsync(body)).Should().Be(HttpStatusCode.BadRequest);

        host.Received.Should().BeEmpty();
        host.OwnLog.Should().ContainSingle().Which.Message.Should().StartWith("Refused a request to the Trackly webhook: The webhook body is ");
    }

    [Fact]
    public async Task UnknownEvent_IsHandedOver_AndLogged()
    {
        await using var host = await WebhookHost.StartAsync();

        (await host.PostAsync("""{"event":"delivery"}""")).Should().Be(HttpStatusCode.OK);

        host.Received.Should().ContainSingle().Which.Should().BeOfType<UnknownWebhookEvent>();
        host.OwnLog.First().Message.Should().Be("Received a Trackly webhook of an unknown event. message_id must be a string that is not empty.");
    }

    [Fact]
    public async Task Handler_ThatThrows_Is500_SoThatTracklyRepeats()
    {
        await using var host = await WebhookHost.StartAsync();
        host.OnEvent = (_, _) => host.Received.Count < 3 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;

        List<HttpStatusCode> statuses = [];
        for (var repetition = 0; repetition < 3; repetition++)
            statuses.Add(await host.PostAsync(WebhookSamples.Unsubscribe));

        statuses.Should().Equal(HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK);
        host.Received.Select(static received => received.DeduplicationKey).Distinct().Should().ContainSingle();
        host.OwnLog.First().Should().BeEquivalentTo(new { Level = LogLevel.Error, Exception = new { Message = "The database is away." } });
    }

    [Fact]
    public async Task Get_Is405()
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.GetAsync(
            new Uri($"/webhooks/trackly/{WebhookHost.Secret}", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    /// <summary>A stream whose length nobody knows, so that the body is sent in chunks.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
