using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Package.Tests;

/// <summary>What a user's tests do, with nothing but the two packages.</summary>
public sealed class EmulatorTests
{
    [Fact]
    public async Task SendAsync_ToTheEmulator_IsQueuedThere()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });

        var sent = await client.SendAsync(
            new SendRequest { To = "+14155551234", ListNumber = emulator.ListNumber, Body = "Hello" }, TestContext.Current.CancellationToken);

        emulator.Messages.Should().ContainSingle().Which.MessageId.Should().Be(sent.MessageId);
    }
}
