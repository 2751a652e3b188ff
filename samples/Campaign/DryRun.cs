using System.Globalization;
using Spectre.Console;
using Trackly.Sdk;

namespace Campaign;

/// <summary>Counts the segments of every row without sending it, and what they cost.</summary>
internal static class DryRun
{
    /// <param name="rows">The rows.</param>
    /// <param name="price">The price of a segment.</param>
    public static void Print(IEnumerable<CampaignRow> rows, decimal price)
    {
        var counts = new SortedDictionary<SmsEncoding, (int Messages, long Segments)>();
        foreach (var row in rows)
        {
            var estimate = SmsSegments.Measure(row.Text);
            var (messages, segments) = counts.GetValueOrDefault(estimate.Encoding);
            counts[estimate.Encoding] = (messages + 1, segments + estimate.Segments);
        }

        var table = new Table().AddColumns("encoding", "messages", "segments", "cost");
        foreach (var (encoding, (messages, segments)) in counts)
            table.AddRow(encoding.ToString(), Format(messages), Format(segments), FormatMoney(segments * price));
        var total = counts.Values.Aggregate((Messages: 0, Segments: 0L), static (sum, count) => (sum.Messages + count.Messages, sum.Segments + count.Segments));
        table.AddRow("together", Format(total.Messages), Format(total.Segments), FormatMoney(total.Segments * price));
        AnsiConsole.Write(table);
        Console.WriteLine("Nothing was sent. Links that Trackly shortens and macros that it fills in change the count.");
    }

    private static string Format(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string FormatMoney(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
