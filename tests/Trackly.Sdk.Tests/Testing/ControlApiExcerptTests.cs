using System.Net;
using System.Text;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What is long is shortened between two characters, never between the halves of one.</summary>
public sealed class ControlApiExcerptTests : ControlApiTest
{
    private const string Emoji = "👍";

    [Fact]
    public async Task ARequest_IsShortenedBetweenCharacters()
    {
        await Caller.SendMessageAsync(Start(4_095) + Emoji + "end", to: Start(199) + Emoji + "end");

        var request = Emulator.Requests.Should().ContainSingle().Which;
        request.Body.Should().Be(Start(4_095) + "…");
        request.To.Should().Be(Start(199) + "…");
    }

    [Fact]
    public async Task ACharacterThatEndsAtTheLimit_Stays()
    {
        await Caller.SendMessageAsync(Start(4_094) + Emoji + "end", to: Start(198) + Emoji);

        var request = Emulator.Requests.Should().ContainSingle().Which;
        request.Body.Should().Be(Start(4_094) + Emoji + "…");
        request.To.Should().Be(Start(198) + Emoji, "it is not too long");
    }

    [Fact]
    public async Task PathAndHeaders_AreShortenedBetweenCharacters()
    {
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send")
        {
            Content = new StringContent("""{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Api-Key", Emulator.ApiKey);
        request.Headers.TryAddWithoutValidation("User-Agent", Start(199) + Emoji + "end");
        request.Headers.TryAddWithoutValidation("X-Long", Start(4_095) + Emoji + "end");

        (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
        // "/api/v2/" has eight characters.
        (await http.GetAsync(new Uri(Emulator.BaseAddress, "v2/" + Start(191) + Emoji + "end"), TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        Emulator.Messages.Should().ContainSingle().Which.RequestHeaders["x-long"].Should().Be(Start(4_095) + "…");
        Emulator.Requests[0].UserAgent.Should().Be(Start(199) + "…");
        Emulator.Requests[1].Path.Should().Be("/api/v2/" + Start(191) + "…");
    }

    [Theory]
    [InlineData("/_emulator/conversations", "conversations", 199)]
    [InlineData("/_emulator/messages?summary=true", "messages", 999)]
    public async Task TheTextOfAList_IsShortenedBetweenCharacters(string path, string list, int length)
    {
        await QueueAsync(Start(length) + Emoji + "end");

        var item = (await CallAsync("GET", path)).Json.GetProperty(list)[0];

        (item.TryGetProperty("last", out var last) ? last : item).GetProperty("text").GetString().Should().Be(Start(length) + "…");
    }

    [Fact]
    public async Task ThePartOfAnError_IsShortenedBetweenCharacters()
    {
        var name = Start(49) + Emoji;

        (await CallAsync("GET", $"/_emulator/health?{Uri.EscapeDataString(name)}end=1")).Error.Should().Be(Start(49) + "… is not a parameter of this path, which has none.");
    }

    [Fact]
    public async Task TheResponseToAWebhook_IsShortenedBetweenCharacters()
    {
        await using var application = await WebhookReceiver.StartAsync();
        application.RespondWith(HttpStatusCode.InternalServerError, Start(998) + Emoji + "end");
        (Emulator.Account.Delivery.WebhookAddress, Emulator.Account.Delivery.ReportDelay) = (application.Address, TimeSpan.FromHours(1));
        await Caller.SendMessageAsync();

        await Emulator.Webhooks.SendNowAsync(1, TestContext.Current.CancellationToken);

        Emulator.Webhooks.All.Single().Attempts.Single().Response.Should().Be(Start(998));
    }

    private static string Start(int length) => new('x', length);
}
