using System.Globalization;
using System.Text;
using System.Text.Json;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>
/// Formats what is printed for each message: no number and no body unless an option asks for them, because consoles are recorded and shared.
/// </summary>
internal static class MessageLine
{
    public static string Format(EmulatedMessage message, EmulatedAccount account, bool showTexts)
    {
        var list = account.Lists.TryGetValue(message.ListNumber, out var status) ? ListSetting.ToName(status) : "removed";
        var segments = message.Segments.Segments;
        var line = $"{message.MessageId} list {list}, {segments} {(segments == 1 ? "segment" : "segments")} {(message.Segments.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2")}";
        if (message.Fault is not EmulatedFault.None)
            line += $", fault {JsonNamingPolicy.SnakeCaseLower.ConvertName(message.Fault.ToString())}";
        return showTexts ? $"{line}, {message.ListNumber} to {message.To}: {Printable(message.Text)}" : line;
    }

    // The text is untrusted: it must not move the cursor, clear the screen or change the direction of writing.
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                printable.Append(rune);
            else if (rune.IsBmp)
                printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                printable.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }

        return printable.ToString();
    }
}
