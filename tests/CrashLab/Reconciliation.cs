using System.Globalization;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.CrashLab;

/// <summary>Every row beside what the emulator received.</summary>
internal sealed class Reconciliation
{
    private readonly Dictionary<string, int> _states = [];
    private int _kills;
    private int _unknownButQueued;

    public List<string> Discrepancies { get; } = [];

    public static async Task<Reconciliation> CreateAsync(LabSettings settings, Place place, TracklyEmulator emulator, HashSet<int> killed)
    {
        var report = new Reconciliation { _kills = killed.Count };
        var queued = emulator.Messages.ToLookup(static message => message.Metadata!.Value.GetProperty("key").GetString()!,
            static message => message.MessageId);
        var rows = await Database.ReadAsync(
            place.Source, $"SELECT key, state, owner, message_id FROM {place.Database.GetTable("trackly_send_once")}",
            static reader => new Row(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        foreach (var row in rows)
            report.Check(row, [.. queued[row.Key]], killed);
        if (rows.Count != settings.Messages)
            report.Discrepancies.Add($"{settings.Messages} keys were queued, and {rows.Count} have a row.");
        if (queued.Sum(static key => key.Count()) != emulator.QueuedMessages || emulator.DroppedMessages > 0)
            report.Discrepancies.Add("The emulator did not keep every message.");
        return report;
    }

    public string Format(string store, LabSettings settings, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {store} | {settings.Seed} | {settings.Workers} | {settings.Messages:N0} | {_kills} | {Count("accepted"):N0} | {Count("rejected"):N0} | "
        + $"{Count("unknown"):N0} ({_unknownButQueued:N0} queued) | {Discrepancies.Count} | {elapsed.TotalSeconds:N0} s |");

    private int Count(string state) => _states.GetValueOrDefault(state);

    private void Check(Row row, List<string> queued, HashSet<int> killed)
    {
        _states[row.State] = Count(row.State) + 1;
        if (queued.Count > 1)
            Discrepancies.Add($"{row.Key} was queued {queued.Count} times.");
        var error = row.State switch
        {
            "accepted" when queued is not [var id] || id != row.MessageId => "is accepted, and the emulator has another message or none",
            "rejected" when queued.Count > 0 => "is rejected, and the emulator queued it",
            "unknown" when !killed.Contains(row.ProcessId) => "is unknown, and its sender was not killed",
            "sending" or "not_sent" => $"is still {row.State}, although its job is done",
            _ => null,
        };
        if (error is not null)
            Discrepancies.Add($"{row.Key} {error}.");
        if (row.State == "unknown")
            _unknownButQueued += queued.Count;
    }

    private sealed record Row(string Key, string State, string Owner, string? MessageId)
    {
        public int ProcessId => int.Parse(Owner.Split(':')[^2], CultureInfo.InvariantCulture);
    }
}
