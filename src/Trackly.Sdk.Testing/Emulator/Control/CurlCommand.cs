namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The command that sends a message again, from a POSIX shell.</summary>
internal static class CurlCommand
{
    /// <summary>The key is a placeholder. Between single quotes a shell takes everything as it is, but for a single quote.</summary>
    public static string Format(EmulatedMessage message, string api) =>
        $"curl -X POST {api}v2/send -H 'X-Api-Key: trk_your_api_key_here' -H 'Content-Type: application/json' -d '{Quoted(message.RawJson)}'";

    private static string Quoted(string text) => text.Replace("'", @"'\''", StringComparison.Ordinal);
}
