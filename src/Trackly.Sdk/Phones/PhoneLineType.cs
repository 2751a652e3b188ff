using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the kind of line behind a validated number. The set is open: a line type that this SDK does not know keeps its value.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/phone/validate"/>.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct PhoneLineType : IEquatable<PhoneLineType>
{
    private readonly string? _value;

    /// <summary>Creates a line type.</summary>
    /// <param name="value">The line type as Trackly writes it, for example <c>mobile</c>. Null counts as empty.</param>
    public PhoneLineType(string? value) => _value = value;

    /// <summary>Gets <c>mobile</c>: a mobile phone.</summary>
    public static PhoneLineType Mobile { get; } = new("mobile");

    /// <summary>Gets <c>fixed line</c>: a landline.</summary>
    public static PhoneLineType FixedLine { get; } = new("fixed line");

    /// <summary>Gets <c>voip</c>: a voice-over-IP number.</summary>
    public static PhoneLineType Voip { get; } = new("voip");

    /// <summary>Gets <c>other</c>: another kind of line.</summary>
    public static PhoneLineType Other { get; } = new("other");

    /// <summary>Gets <c>unknown</c>: the kind is not known.</summary>
    public static PhoneLineType Unknown { get; } = new("unknown");

    /// <summary>Gets the line type as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two line types.</summary>
    /// <param name="left">A line type.</param>
    /// <param name="right">Another line type.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(PhoneLineType left, PhoneLineType right) => left.Equals(right);

    /// <summary>Compares two line types.</summary>
    /// <param name="left">A line type.</param>
    /// <param name="right">Another line type.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(PhoneLineType left, PhoneLineType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(PhoneLineType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PhoneLineType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows it, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented line type, an empty string, or <c>***</c>.</returns>
    public override string ToString() => Value is "" or "mobile" or "fixed line" or "voip" or "other" or "unknown" ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="PhoneLineType"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<PhoneLineType>(static value => new PhoneLineType(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new PhoneLineType(value), static value => ((PhoneLineType)value).Value);
}
