using System.Globalization;
using System.Text;
using System.Text.Json;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>
/// Formats the lines for requests, webhooks and failures of the emulator. They contain phone numbers and message bodies only if an option asks for them,
/// because consoles are recorded and shared.
/// </summary>
internal static class RequestLine
{
    /// <param name="exchange">The request with what it got.</param>
    /// <param name="message">The message that was queued. Null means none, or that it is no longer kept.</param>
    /// <param name="showTexts">Whether to print numbers and message bodies.</param>
    public static string Format(EmulatedExchange exchange, EmulatedMessage? message, bool showTexts)
    {
        var line = new StringBuilder(FormatTime(exchange.ReceivedAt)).Append(' ')
            .Append(exchange.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no response");
        if (exchange.Code is not null || exchange.Error is not null)
            line.Append(' ').Append(exchange.Code ?? Printable(exchange.Error!));
        if (exchange.QueuedCount > 1)
            line.Append(CultureInfo.InvariantCulture, $" queued {exchange.QueuedCount} messages");
        else if (exchange.MessageId is not null)
            line.Append(message?.Status == "dropped" ? " queued and dropped " : " queued ").Append(exchange.MessageId);
        if (message is not null && exchange.QueuedCount == 1)
            line.Append(", ").Append(FormatSize(message.Segments));
        if (exchange.Fault is not EmulatedFault.None)
            line.Append(", fault ").Append(JsonNamingPolicy.SnakeCaseLower.ConvertName(exchange.Fault.ToString()));
        if (message?.StatusDetail is { } reason && message.Status == "dropped")
            line.Append(", ").Append(reason);
        if (exchange.Status == 404)
            line.Append(", path ").Append(Printable(showTexts ? exchange.Path : PathMask.Apply(exchange.Path)));
        if (showTexts && exchange.To is not null)
            line.Append(", ").Append(Printable($"{exchange.ListNumber} to {exchange.To}: {message?.Text ?? exchange.Body}"));
        return line.ToString();
    }

    public static string Format(EmulatedWebhook webhook)
    {
        var attempt = webhook.Attempts[^1];
        var next = webhook.NextAttemptAt is { } due ? $", next attempt at {FormatTime(due)}" : webhook.State is EmulatedWebhookState.Failed ? ", given up" : "";
        var got = attempt.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"{status} in {attempt.Duration.TotalMilliseconds:0} ms") : attempt.Error;
        return $"{FormatTime(attempt.StartedAt)} webhook {webhook.Id} {webhook.Event}{(webhook.MessageId is null ? "" : " of " + webhook.MessageId)}: {got}{next}";
    }

    public static string Format(EmulatorFailure failure) =>
        $"{FormatTime(failure.OccurredAt)} the emulator itself failed, which is not an emulated fault:{Environment.NewLine}{failure.StackTrace}";

    private static string FormatTime(DateTimeOffset time) => time.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string FormatSize(SmsSegmentEstimate segments) =>
        $"{segments.Segments} {(segments.Segments == 1 ? "segment" : "segments")} {(segments.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2")}";

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
