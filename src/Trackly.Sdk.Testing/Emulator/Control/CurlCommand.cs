using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Formats the command that sends a message again from a POSIX shell.</summary>
internal static class CurlCommand
{
    /// <summary>The key is a placeholder. Between single quotes a shell changes nothing, and only a single quote needs an escape.</summary>
    public static string Format(EmulatedMessage message, string api) =>
        $"curl -X POST {api}v2/{GetEndpoint(message)} -H 'X-Api-Key: {ApiKeys.Default}' -H 'Content-Type: application/json' -d '{Quote(message.RawJson)}'";

    private static string GetEndpoint(EmulatedMessage message) => message.Notes.Contains(SendNotes.Raw) ? "send-raw" : "send";

    private static string Quote(string value) => value.Replace("'", @"'\''", StringComparison.Ordinal);
}
