namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>When a webhook that got no response from 200 to 299 is posted again.</summary>
/// <remarks>The times are documented. Whether they count from the end of the attempt before is not: that is the emulator's choice.</remarks>
internal static class WebhookRetries
{
    private static readonly int[] Minutes = [1, 5, 15, 60, 120];

    /// <param name="attempts">The number of attempts so far, 1 or more.</param>
    /// <returns>How long to wait for the next one, or null when there is none.</returns>
    public static TimeSpan? FindDelay(int attempts) => attempts <= Minutes.Length ? TimeSpan.FromMinutes(Minutes[attempts - 1]) : null;
}
