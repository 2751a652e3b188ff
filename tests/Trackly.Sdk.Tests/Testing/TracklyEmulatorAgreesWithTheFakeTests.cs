using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A test that moves from the fake to the emulator, or back, sees the same.</summary>
public sealed class TracklyEmulatorAgreesWithTheFakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("list_not_found")]
    [InlineData("webhook_not_configured")]
    [InlineData("invalid_api_key")]
    public async Task ARefusal_IsTheSameOverTheWire(string code)
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        var key = code == "invalid_api_key" ? "trk_revoked" : emulator.ApiKey;
        var list = code switch { "list_not_found" => "+18005559999", "webhook_not_configured" => "+18005552000", _ => emulator.ListNumber };
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = key, BaseAddress = emulator.BaseAddress });

        var real = await FailureOf(client, Some.Request() with { ListNumber = list });
        var faked = await FailureOf(new FakeTracklyClient().ForAll().Rejects(new TracklyErrorCode(code)), Some.Request());

        faked.Should().BeOfType(real.GetType());
        faked.Message.Should().Be(real.Message);
        faked.Response.Should().Be(real.Response);
    }

    [Fact]
    public async Task MessageIds_AreTheSame()
    {
        await using var emulator = await TracklyEmulator.StartAsync(new() { Seed = 7 }, Token);
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });
        var fake = new FakeTracklyClient(seed: 7);

        for (var number = 0; number < 3; number++)
            (await fake.SendAsync(Some.Request(), Token)).MessageId.Should().Be((await client.SendAsync(Some.Request(), Token)).MessageId);
    }

    private static async Task<TracklyApiException> FailureOf(ITracklyClient client, SendRequest request) =>
        (await client.Awaiting(client => client.SendAsync(request, Token)).Should().ThrowAsync<TracklyApiException>()).Which;
}
