using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Formats the command that sends a message again from a POSIX shell.</summary>
internal static class CurlCommand
{
    /// <summary>The key is a placeholder. Between single quotes a shell changes nothing, and only a single quote needs an escape.</summary>
    public static string Format(EmulatedMessage message, string api) =>
        $"curl -X POST {api}v2/{FindEndpoint(message)} -H 'X-Api-Key: {ApiKeys.Default}' -H 'Content-Type: application/json' -d '{Quote(message.RawJson)}'";

    /// <summary>Returns the endpoint for one message: a message of a bulk request is sent by itself.</summary>
    private static string FindEndpoint(EmulatedMessage message) => SendNotes.GetEndpoint(message) is "send-raw" ? "send-raw" : "send";

    private static string Quote(string value) => value.Replace("'", @"'\''", StringComparison.Ordinal);
}
