using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The messages that the emulator keeps, and what they do not reveal.</summary>
public sealed class TracklyEmulatorMessagesTests : EmulatorTest
{
    private const string Smallest = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));

    private protected override TracklyEmulatorOptions Options => new() { ApiKey = "trk_your_api_key_here", TimeProvider = _clock };

    [Fact]
    public async Task RequestHeaders_AfterASend_AreFoundInAnyCaseAndHideTheKey()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Content = new StringContent(Smallest, Encoding.UTF8, "application/json");
        request.Headers.Add("x-api-key", "trk_your_api_key_here");
        request.Headers.Add("User-Agent", "my-test/1.0");

        await Caller.SendAsync(request);

        var headers = Emulator.Messages.Should().ContainSingle().Which.RequestHeaders;
        headers["user-agent"].Should().Be("my-test/1.0");
        headers["CONTENT-TYPE"].Should().Be("application/json; charset=utf-8");
        headers["X-Api-Key"].Should().Be("***");
        JsonSerializer.Serialize(Emulator.Messages).Should().NotContain("trk_your_api_key_here");
    }

    [Fact]
    public async Task RequestHeaders_ThatAreLong_AreCut()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send") { Content = new StringContent(Smallest, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", "trk_your_api_key_here");
        request.Headers.Add("X-Long", new string('x', 5_000));

        await Caller.SendAsync(request);

        Emulator.Messages.Should().ContainSingle().Which.RequestHeaders["x-long"].Should().Be(new string('x', 4_096) + "…");
    }

    [Fact]
    public async Task ToString_OfAMessage_NamesTheIdAlone()
    {
        var response = await Caller.SendAsync(Smallest);

        Emulator.Messages.Should().ContainSingle().Which.ToString().Should().Be($"EmulatedMessage {response.MessageId}");
    }

    [Fact]
    public async Task Messages_TakenEarlier_DoNotChange()
    {
        await Caller.SendAsync(Smallest);
        var earlier = Emulator.Messages;

        _clock.Advance(TimeSpan.FromMinutes(5));
        await Caller.SendAsync(Smallest);

        earlier.Should().ContainSingle();
        Emulator.Messages.Should().HaveCount(2);
        (Emulator.Messages[1].ReceivedAt - Emulator.Messages[0].ReceivedAt).Should().Be(TimeSpan.FromMinutes(5));
    }
}
