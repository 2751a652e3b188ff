namespace Trackly.Sdk.Testing.Emulator;

/// <summary>What the emulator chose about a message, and how it was sent.</summary>
internal static class SendNotes
{
    public const string Raw = "It was sent by send-raw. Of the checks that it can skip, the emulator makes only that of opt-outs.";

    public const string Bulk = "It was sent by send/bulk, whose response has no message ids.";

    /// <summary>Returns the endpoint that a message was sent by, as in its path after <c>v2/</c>.</summary>
    public static string GetEndpoint(EmulatedMessage message) =>
        message.Notes.Contains(Raw) ? "send-raw" : message.Notes.Contains(Bulk) ? "send/bulk" : "send";

    /// <returns>The notes without the nulls.</returns>
    public static IReadOnlyList<string> Combine(params string?[] notes) => [.. notes.OfType<string>()];
}
