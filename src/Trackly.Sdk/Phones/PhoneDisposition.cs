using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the verdict of a validation. The set is open: a disposition that this SDK does not know keeps its value.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/phone/validate"/>.</remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct PhoneDisposition : IEquatable<PhoneDisposition>
{
    private readonly string? _value;

    /// <summary>Creates a disposition.</summary>
    /// <param name="value">The disposition as Trackly writes it, for example <c>ok</c>. Null counts as empty.</param>
    public PhoneDisposition(string? value) => _value = value;

    /// <summary>Gets <c>ok</c>: the number can be texted.</summary>
    public static PhoneDisposition Ok { get; } = new("ok");

    /// <summary>Gets <c>risky</c>: it may not be worth texting.</summary>
    public static PhoneDisposition Risky { get; } = new("risky");

    /// <summary>Gets <c>unreachable</c>: it cannot be reached.</summary>
    public static PhoneDisposition Unreachable { get; } = new("unreachable");

    /// <summary>Gets <c>invalid</c>: it is not a phone number.</summary>
    public static PhoneDisposition Invalid { get; } = new("invalid");

    /// <summary>Gets <c>unknown</c>: the validation has no verdict.</summary>
    public static PhoneDisposition Unknown { get; } = new("unknown");

    /// <summary>Gets the disposition as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two dispositions.</summary>
    /// <param name="left">A disposition.</param>
    /// <param name="right">Another disposition.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(PhoneDisposition left, PhoneDisposition right) => left.Equals(right);

    /// <summary>Compares two dispositions.</summary>
    /// <param name="left">A disposition.</param>
    /// <param name="right">Another disposition.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(PhoneDisposition left, PhoneDisposition right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(PhoneDisposition other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PhoneDisposition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if this SDK knows it, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A documented disposition, an empty string, or <c>***</c>.</returns>
    public override string ToString() => Value is "" or "ok" or "risky" or "unreachable" or "invalid" or "unknown" ? Value : Redaction.Mask;

    /// <summary>Reads and writes <see cref="PhoneDisposition"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<PhoneDisposition>(static value => new PhoneDisposition(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new PhoneDisposition(value), static value => ((PhoneDisposition)value).Value);
}
