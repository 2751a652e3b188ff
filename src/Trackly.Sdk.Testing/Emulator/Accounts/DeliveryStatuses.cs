using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>The statuses of delivery reports, and the choice of one for a message.</summary>
internal static class DeliveryStatuses
{
    public const string Delivered = "delivered";

    private const int MaxWeight = 1_000_000;

    // The statuses are documented, and the details of delivered and rejected as examples. Which detail comes with the others is the emulator's choice.
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal)
    {
        [Delivered] = "DELIVERED_TO_HANDSET",
        ["undeliverable"] = "REJECTED_ABSENT_SUBSCRIBER",
        ["expired"] = "EXPIRED",
        ["rejected"] = "REJECTED_OPERATOR",
        ["pending"] = "PENDING",
    };

    public static IReadOnlyCollection<string> All => Details.Keys;

    public static string Names { get; } = string.Join(", ", Details.Keys);

    public static string GetDetail(string status) => Details[status];

    /// <returns>What is wrong with the weights, or null.</returns>
    public static string? FindError(IReadOnlyDictionary<string, int>? weights) =>
        weights is null ? "The weights must not be null. For no delivery reports, set ReportDelay to null."
        : weights.Keys.Any(static status => !Details.ContainsKey(status)) ? $"A status must be one of {Names}."
        : weights.Values.Any(static weight => weight is < 0 or > MaxWeight) ? $"A weight must be a whole number from 0 to {MaxWeight}."
        : weights.Values.All(static weight => weight == 0) ? "At least one weight must be above 0."
        : null;

    /// <summary>Chooses a status by the id, which follows from the seed.</summary>
    public static string Draw(ImmutableSortedDictionary<string, int> weights, string messageId)
    {
        if (weights.Count == 1)
            return weights.Keys.First();

        var number = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));
        var rest = (long)(number % (ulong)weights.Values.Sum(static weight => (long)weight));
        return weights.First(pair => (rest -= pair.Value) < 0).Key;
    }
}
