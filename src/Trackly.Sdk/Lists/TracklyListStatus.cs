using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the status of a sending list. The set is open: a status that this SDK does not know keeps its value.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/lists/list-all"/>.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct TracklyListStatus : IEquatable<TracklyListStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status.</summary>
    /// <param name="value">The status as Trackly writes it, for example <c>active</c>. Null counts as empty.</param>
    public TracklyListStatus(string? value) => _value = value;

    /// <summary>Gets <c>active</c>: it sends.</summary>
    public static TracklyListStatus Active { get; } = new("active");

    /// <summary>Gets <c>paused</c>: it does not send for now.</summary>
    public static TracklyListStatus Paused { get; } = new("paused");

    /// <summary>Gets <c>suspended</c>: it is suspended.</summary>
    public static TracklyListStatus Suspended { get; } = new("suspended");

    /// <summary>Gets <c>deleted</c>: it is deleted.</summary>
    public static TracklyListStatus Deleted { get; } = new("deleted");

    /// <summary>Gets the status as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two statuses.</summary>
    /// <param name="left">A status.</param>
    /// <param name="right">Another status.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(TracklyListStatus left, TracklyListStatus right) => left.Equals(right);

    /// <summary>Compares two statuses.</summary>
    /// <param name="left">A status.</param>
    /// <param name="right">Another status.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(TracklyListStatus left, TracklyListStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TracklyListStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TracklyListStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows it, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented status, an empty string, or <c>***</c>.</returns>
    public override string ToString() => Value is "" or "active" or "paused" or "suspended" or "deleted" ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="TracklyListStatus"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<TracklyListStatus>(static value => new TracklyListStatus(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new TracklyListStatus(value), static value => ((TracklyListStatus)value).Value);
}
