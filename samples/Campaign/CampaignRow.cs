using CsvHelper.Configuration.Attributes;

namespace Campaign;

/// <summary>A row of the CSV file: one message.</summary>
internal sealed record CampaignRow
{
    /// <summary>Gets what names the row, also in the results. The same in every run of a campaign.</summary>
    [Name("id")]
    public string Id { get; init; } = "";

    /// <summary>Gets the recipient's number in E.164 format.</summary>
    [Name("to")]
    public string To { get; init; } = "";

    /// <summary>Gets the text of the message.</summary>
    [Name("text")]
    public string Text { get; init; } = "";

    /// <summary>Returns the id, never the number or the text.</summary>
    public override string ToString() => $"row {Id}";
}
