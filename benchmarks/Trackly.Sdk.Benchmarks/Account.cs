namespace Trackly.Sdk.Benchmarks;

/// <summary>What every client is configured with.</summary>
internal static class Account
{
    public const string ApiKey = "trk_0123456789abcdef0123456789abcdef";

    /// <summary>Never reached by name: in memory nothing is resolved, and over sockets the loopback address takes its place.</summary>
    public static Uri BaseAddress { get; } = new("https://app.tracklysms.com/api/");

    public static Uri SendAddressOf(Uri baseAddress) => new(baseAddress, "v2/send");
}
