using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Waits until the server starts a wait on the clock.</summary>
internal static class TestClockExtensions
{
    public static async Task WaitForTimerAsync(this TestClock clock, TimeSpan wait, CancellationToken cancellationToken)
    {
        while (clock.Waits.All(asked => asked.Wait != wait))
            await Task.Delay(1, cancellationToken);
    }
}
