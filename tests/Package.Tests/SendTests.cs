using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk;

namespace Package.Tests;

/// <summary>What a user does first, with nothing but the package.</summary>
public sealed class SendTests : IDisposable
{
    private readonly OneAnswer _trackly = new();

    public void Dispose() => _trackly.Dispose();

    [Fact]
    public async Task SendAsync_FromAClient_IsQueued()
    {
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = "trk_package", BaseAddress = _trackly.BaseAddress });

        await IsQueuedBy(client);
    }

    [Fact]
    public async Task SendAsync_FromAContainer_IsQueued()
    {
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = ("trk_package", _trackly.BaseAddress));
        using var provider = services.BuildServiceProvider();

        await IsQueuedBy(provider.GetRequiredService<ITracklyClient>());
    }

    [Fact]
    public void TheSdk_IsTheBuildForThisTarget_OfTheVersionJustPacked()
    {
        var sdk = typeof(TracklyClient).Assembly;

        sdk.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0].Should().Be(Packed.Version);
        sdk.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(
#if NET10_0
            ".NETCoreApp,Version=v10.0"
#elif NET8_0
            ".NETCoreApp,Version=v8.0"
#else
            ".NETStandard,Version=v2.0"
#endif
        );
    }

    private async Task IsQueuedBy(ITracklyClient client)
    {
        var request = _trackly.HearAsync();

        var sent = await client.SendAsync(
            new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Grüße", Metadata = new() { ["order_id"] = "A-1042" } },
            TestContext.Current.CancellationToken);

        sent.Status.Should().Be(MessageStatus.Queued);
        sent.MessageId.Should().Be("aB3dE5fG");
        (await request).Should().StartWith("POST /api/v2/send HTTP/1.1\r\n")
            .And.Contain("\r\nX-Api-Key: trk_package\r\n")
            .And.EndWith("""{"to":"+14155551234","list_number":"+18005551000","body":"Grüße","metadata":{"order_id":"A-1042"}}""");
    }
}
