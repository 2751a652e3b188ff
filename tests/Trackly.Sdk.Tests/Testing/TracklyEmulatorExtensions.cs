using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Creates the real client for an emulator.</summary>
internal static class TracklyEmulatorExtensions
{
    /// <summary>The client makes one attempt, so that a test sees its result.</summary>
    public static TracklyClient CreateClient(this TracklyEmulator emulator) =>
        new(new TracklyClientOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress, Retry = { MaxRetryAttempts = 0 } });
}
