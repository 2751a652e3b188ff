namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Estimates how much memory a message takes. It is not exact, but every part that a request can make large is counted.</summary>
internal static class MemoryEstimate
{
    private const int BytesPerObject = 100;
    private const int BytesPerMessage = 1_000;
    private const int BytesPerForcedCharacter = 80;

    public static long Measure(EmulatedMessage message, long documentBytes) =>
        BytesPerMessage + documentBytes
        + Measure(message.RawJson) + Measure(message.Body) + (ReferenceEquals(message.Text, message.Body) ? 0 : Measure(message.Text))
        + message.Notes.Sum(Measure)
        + message.Links.Sum(link => BytesPerObject + Measure(link.Url) + Measure(link.ShortUrl))
        + message.RequestHeaders.Sum(header => BytesPerObject + Measure(header.Key) + Measure(header.Value))
        + ((long)message.Segments.ForcedUnicode.Count * BytesPerForcedCharacter);

    private static long Measure(string value) => sizeof(char) * (long)value.Length;
}
