using System.Globalization;
using CsvHelper;

namespace Campaign;

/// <summary>The rows of a campaign, read one by one: a file of millions takes no memory.</summary>
internal static class CampaignRows
{
    private const int MadeUp = 5_000;

    /// <param name="file">A CSV file with the columns id, to and text. Null for rows that are made up.</param>
    public static IEnumerable<CampaignRow> Read(string? file) => file is null ? MakeUp() : ReadFile(file);

    private static IEnumerable<CampaignRow> ReadFile(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        foreach (var row in csv.GetRecords<CampaignRow>())
            yield return row;
    }

    private static IEnumerable<CampaignRow> MakeUp() => Enumerable.Range(1, MadeUp).Select(static number => new CampaignRow
    {
        Id = $"R-{number:D5}",
        To = $"+1415555{number % 10_000:D4}",
        Text = number % 10 == 0 ? $"Café Zoë: your table {number} is ready – see you soon" : $"Your parcel {number} is on its way.",
    });
}
