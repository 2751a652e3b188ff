using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the provider behind a sending list. The set is open: a type that this SDK does not know keeps its value.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/lists/list-all"/>.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct TracklyListType : IEquatable<TracklyListType>
{
    private readonly string? _value;

    /// <summary>Creates a type.</summary>
    /// <param name="value">The type as Trackly writes it, for example <c>infobip</c>. Null counts as empty.</param>
    public TracklyListType(string? value) => _value = value;

    /// <summary>Gets <c>lime</c>: Lime.</summary>
    public static TracklyListType Lime { get; } = new("lime");

    /// <summary>Gets <c>infobip</c>: Infobip.</summary>
    public static TracklyListType Infobip { get; } = new("infobip");

    /// <summary>Gets <c>twilio</c>: Twilio.</summary>
    public static TracklyListType Twilio { get; } = new("twilio");

    /// <summary>Gets <c>cm</c>: CM.com.</summary>
    public static TracklyListType Cm { get; } = new("cm");

    /// <summary>Gets the type as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two types.</summary>
    /// <param name="left">A type.</param>
    /// <param name="right">Another type.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(TracklyListType left, TracklyListType right) => left.Equals(right);

    /// <summary>Compares two types.</summary>
    /// <param name="left">A type.</param>
    /// <param name="right">Another type.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(TracklyListType left, TracklyListType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TracklyListType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TracklyListType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows it, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented type, an empty string, or <c>***</c>.</returns>
    public override string ToString() => Value is "" or "lime" or "infobip" or "twilio" or "cm" ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="TracklyListType"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<TracklyListType>(static value => new TracklyListType(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new TracklyListType(value), static value => ((TracklyListType)value).Value);
}
