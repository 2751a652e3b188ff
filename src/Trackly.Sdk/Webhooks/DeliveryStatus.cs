using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the status in a delivery report. The set is open: a status that this SDK does not know keeps its value.</summary>
/// <remarks>
/// The events page has <c>delivered</c>, <c>undeliverable</c>, <c>expired</c>, <c>rejected</c> and <c>pending</c>; the others are the words of
/// <see href="https://docs.tracklysms.com/concepts/message-lifecycle"/>. Two values that differ only in case are equal.
/// </remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct DeliveryStatus : IEquatable<DeliveryStatus>
{
    private const int LowestFinalRank = 3;

    private static readonly Dictionary<string, int> Ranks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["queued"] = 1,
        ["sent"] = 2,
        ["pending"] = 2,
        ["undeliverable"] = LowestFinalRank,
        ["undelivered"] = LowestFinalRank,
        ["expired"] = LowestFinalRank,
        ["rejected"] = LowestFinalRank,
        ["failed"] = LowestFinalRank,
        ["dropped"] = LowestFinalRank,
        ["orphaned"] = LowestFinalRank,
        ["delivered"] = 4,
    };

    private readonly string? _value;

    /// <summary>Creates a status from its value.</summary>
    /// <param name="value">The status as Trackly writes it, for example <c>delivered</c>.</param>
    public DeliveryStatus(string value) => _value = value;

    /// <summary>Gets <c>pending</c>: the provider has the message, but has not delivered it yet.</summary>
    public static DeliveryStatus Pending { get; } = new("pending");

    /// <summary>Gets <c>delivered</c>: the recipient has the message. Final.</summary>
    public static DeliveryStatus Delivered { get; } = new("delivered");

    /// <summary>Gets <c>undeliverable</c>: the carrier could not deliver it. Final.</summary>
    public static DeliveryStatus Undeliverable { get; } = new("undeliverable");

    /// <summary>Gets <c>expired</c>: the carrier gave up after a while. Final.</summary>
    public static DeliveryStatus Expired { get; } = new("expired");

    /// <summary>Gets <c>rejected</c>: the provider or the carrier refused it. Final.</summary>
    public static DeliveryStatus Rejected { get; } = new("rejected");

    /// <summary>Gets the status as Trackly writes it. Empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>Gets whether the message stays in this status, as far as the carrier knows. False for a status that this SDK does not know.</summary>
    public bool IsFinal => Rank >= LowestFinalRank;

    /// <summary>
    /// Gets how far along the message is: 0 not known, 1 queued, 2 sent or pending, 3 final without delivery, 4 delivered. Keep the status with the
    /// highest rank, and the order in which events arrive no longer matters.
    /// </summary>
    public int Rank => Ranks.TryGetValue(Value, out var rank) ? rank : 0;

    /// <summary>Compares two statuses by value, ignoring case.</summary>
    /// <param name="left">The first status.</param>
    /// <param name="right">The second status.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(DeliveryStatus left, DeliveryStatus right) => left.Equals(right);

    /// <summary>Compares two statuses by value, ignoring case.</summary>
    /// <param name="left">The first status.</param>
    /// <param name="right">The second status.</param>
    /// <returns>True when they are different.</returns>
    public static bool operator !=(DeliveryStatus left, DeliveryStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DeliveryStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeliveryStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> when it is a status that this SDK knows or looks like one, and <c>***</c> otherwise.</summary>
    /// <returns>A string for logs.</returns>
    public override string ToString() => Rank > 0 ? Value : Redaction.RedactCode(Value);

    /// <summary>Reads and writes <see cref="DeliveryStatus"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<DeliveryStatus>(static value => new DeliveryStatus(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new DeliveryStatus(value), static value => ((DeliveryStatus)value).Value);
}
