using System.Globalization;
using CsvHelper;

namespace Campaign;

/// <summary>Writes the outcome of each row as soon as it is known.</summary>
internal sealed class ResultsFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CsvWriter _csv;

    public ResultsFile(string file)
    {
        _csv = new CsvWriter(new StreamWriter(file), CultureInfo.InvariantCulture);
        WriteRow("id", "outcome", "message_id", "error");
    }

    public void Add(RowResult result)
    {
        lock (_lock)
            WriteRow(result.Row.Id, result.Outcome.ToString(), result.MessageId, result.Error);
    }

    public void Dispose() => _csv.Dispose();

    private void WriteRow(params string?[] fields)
    {
        foreach (var field in fields)
            _csv.WriteField(field);
        _csv.NextRecord();
        _csv.Flush();
    }
}
