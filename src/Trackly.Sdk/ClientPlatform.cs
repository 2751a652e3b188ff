using System.Runtime.InteropServices;

namespace Trackly.Sdk;

/// <summary>Where a client can be created: everywhere but in a browser.</summary>
internal static class ClientPlatform
{
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser.</exception>
    public static void ThrowIfBrowser() => ThrowIfBrowser(RuntimeInformation.IsOSPlatform(OSPlatform.Create("BROWSER")));

    /// <exception cref="PlatformNotSupportedException"><paramref name="isBrowser"/> is true.</exception>
    internal static void ThrowIfBrowser(bool isBrowser)
    {
        if (isBrowser)
        {
            throw new PlatformNotSupportedException(
                "A Trackly client cannot run in a browser, where every visitor of the page could read the API key. Call an endpoint of your own server, and let the server send.");
        }
    }
}
