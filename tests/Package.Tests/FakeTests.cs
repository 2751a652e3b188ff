using System.Reflection;
using System.Runtime.Versioning;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Package.Tests;

/// <summary>What a user's unit tests do, on every target.</summary>
public sealed class FakeTests
{
    [Fact]
    public async Task SendAsync_TheAnswerIsLost_IsUnknownAndQueued()
    {
        var trackly = new FakeTracklyClient().ForNext().LosesTheAnswer();

        var send = () => trackly.SendAsync(
            new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Hello" }, TestContext.Current.CancellationToken);

        (await send.Should().ThrowAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        trackly.Queued.Should().ContainSingle().Which.MessageId.Should().Be("Na1T6x7o");
    }

    [Fact]
    public void TheTestKit_IsTheBuildForThisTarget() =>
        typeof(FakeTracklyClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Should().Be(
#if NET10_0
            ".NETCoreApp,Version=v10.0"
#elif NET8_0
            ".NETCoreApp,Version=v8.0"
#else
            ".NETStandard,Version=v2.0"
#endif
        );
}
