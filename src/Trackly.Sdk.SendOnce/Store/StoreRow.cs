using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Store;

/// <summary>How a row of the table is read: find.sql and find_unknown.sql have the same columns in the same order.</summary>
internal static class StoreRow
{
    public static SendOnceEntry Read(DbDataReader reader) => new()
    {
        Key = reader.GetString(0),
        Fingerprint = reader.GetString(1),
        Outcome = StoreState.Parse(reader.GetString(2)),
        Owner = reader.GetString(3),
        MessageId = reader.IsDBNull(4) ? null : reader.GetString(4),
        ErrorCode = reader.IsDBNull(5) ? null : new TracklyErrorCode(reader.GetString(5)),
        Attempts = reader.GetInt32(6),
        CreatedAt = ReadTime(reader, 7)!.Value,
        ClaimedAt = ReadTime(reader, 8)!.Value,
        SettledAt = ReadTime(reader, 9),
        DecidedAt = ReadTime(reader, 10),
        LeaseRemaining = reader.IsDBNull(11) ? null : TimeSpan.FromMilliseconds(reader.GetInt64(11)),
    };

    private static DateTimeOffset? ReadTime(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
