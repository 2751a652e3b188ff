namespace Trackly.Sdk.Benchmarks;

/// <summary>The settings of every client.</summary>
internal static class Account
{
    public const string ApiKey = "trk_0123456789abcdef0123456789abcdef";

    /// <summary>The address of Trackly. Never contacted: in memory there is no network, and over sockets a loopback address is used instead.</summary>
    public static Uri BaseAddress { get; } = new("https://app.tracklysms.com/api/");

    public static Uri GetSendAddress(Uri baseAddress) => new(baseAddress, "v2/send");
}
