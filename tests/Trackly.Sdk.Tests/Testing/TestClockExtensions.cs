using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Waits until the server starts a wait on the clock.</summary>
internal static class TestClockExtensions
{
    public static Task WaitForTimerAsync(this TestClock clock, TimeSpan wait) =>
        WaitLimit.UntilAsync(() => clock.Waits.Any(asked => asked.Wait == wait), $"a wait of {wait} starts on the clock");
}
