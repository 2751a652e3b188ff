using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>
/// Represents the kind of line of a contact. Phone validation uses other names: <see cref="PhoneLineType"/>. The set is open: a line type that this SDK does not know keeps its
/// value.
/// </summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/get-contact"/>.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct ContactLineType : IEquatable<ContactLineType>
{
    private readonly string? _value;

    /// <summary>Creates a line type.</summary>
    /// <param name="value">The line type as Trackly writes it, for example <c>CELL PHONE</c>. Null counts as empty.</param>
    public ContactLineType(string? value) => _value = value;

    /// <summary>Gets <c>CELL PHONE</c>: a mobile phone.</summary>
    public static ContactLineType CellPhone { get; } = new("CELL PHONE");

    /// <summary>Gets <c>VOIP</c>: a voice-over-IP number.</summary>
    public static ContactLineType Voip { get; } = new("VOIP");

    /// <summary>Gets <c>LANDLINE</c>: a landline.</summary>
    public static ContactLineType Landline { get; } = new("LANDLINE");

    /// <summary>Gets <c>FAKE</c>: not a real number.</summary>
    public static ContactLineType Fake { get; } = new("FAKE");

    /// <summary>Gets <c>UNKNOWN</c>: the kind is not known.</summary>
    public static ContactLineType Unknown { get; } = new("UNKNOWN");

    /// <summary>Gets the line type as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two line types.</summary>
    /// <param name="left">A line type.</param>
    /// <param name="right">Another line type.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(ContactLineType left, ContactLineType right) => left.Equals(right);

    /// <summary>Compares two line types.</summary>
    /// <param name="left">A line type.</param>
    /// <param name="right">Another line type.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(ContactLineType left, ContactLineType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ContactLineType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContactLineType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows it, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented line type, an empty string, or <c>***</c>.</returns>
    public override string ToString() => Value is "" or "CELL PHONE" or "VOIP" or "LANDLINE" or "FAKE" or "UNKNOWN" ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="ContactLineType"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<ContactLineType>(static value => new ContactLineType(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new ContactLineType(value), static value => ((ContactLineType)value).Value);
}
