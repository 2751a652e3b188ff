using System.Globalization;
using System.Text;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>What is printed for each message: no number and no text unless they are asked for, since consoles are recorded and shown around.</summary>
internal static class MessageLine
{
    public static string Format(EmulatedMessage message, EmulatedAccount account, bool showTexts)
    {
        var list = account.Lists.TryGetValue(message.ListNumber, out var status) ? ListSetting.ToName(status) : "removed";
        var segments = message.Segments.Segments;
        var line = $"{message.MessageId} list {list}, {segments} {(segments == 1 ? "segment" : "segments")} {(message.Segments.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2")}";
        if (message.Fault is { } fault)
            line += $", fault {fault}";
        return showTexts ? $"{line}, {message.ListNumber} to {message.To}: {Printable(message.Text)}" : line;
    }

    // A text is written by somebody else: it must not move the cursor, clear the screen or turn letters around.
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                printable.Append(character);
        }

        return printable.ToString();
    }
}
