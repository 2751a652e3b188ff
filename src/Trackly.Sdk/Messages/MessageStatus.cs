using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents the status of a message. The set is open: a status that this SDK does not know keeps its value.</summary>
/// <remarks>
/// The response to a send says <c>queued</c>; the other names are those of the message lifecycle:
/// <see href="https://docs.tracklysms.com/concepts/message-lifecycle"/>.
/// </remarks>
[JsonConverter(typeof(StringJsonConverter))]
[TypeConverter(typeof(StringTypeConverter))]
public readonly struct MessageStatus : IEquatable<MessageStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status.</summary>
    /// <param name="value">The status as Trackly writes it, for example <c>queued</c>. Null counts as empty.</param>
    public MessageStatus(string? value) => _value = value;

    /// <summary>Gets <c>queued</c>: accepted, not yet handed to a provider.</summary>
    public static MessageStatus Queued { get; } = new("queued");

    /// <summary>Gets <c>sent</c>: handed to a provider.</summary>
    public static MessageStatus Sent { get; } = new("sent");

    /// <summary>Gets <c>delivered</c>: the final success.</summary>
    public static MessageStatus Delivered { get; } = new("delivered");

    /// <summary>Gets <c>undelivered</c>: the carrier could not deliver it. Final.</summary>
    public static MessageStatus Undelivered { get; } = new("undelivered");

    /// <summary>Gets <c>failed</c>: the provider refused it, or a system error. Final.</summary>
    public static MessageStatus Failed { get; } = new("failed");

    /// <summary>Gets <c>dropped</c>: removed before it was handed to a provider. Final.</summary>
    public static MessageStatus Dropped { get; } = new("dropped");

    /// <summary>Gets <c>orphaned</c>: no valid sending list. Final.</summary>
    public static MessageStatus Orphaned { get; } = new("orphaned");

    /// <summary>Gets the status as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value => _value ?? "";

    /// <summary>Compares two statuses.</summary>
    /// <param name="left">A status.</param>
    /// <param name="right">Another status.</param>
    /// <returns>True when their values are equal.</returns>
    public static bool operator ==(MessageStatus left, MessageStatus right) => left.Equals(right);

    /// <summary>Compares two statuses.</summary>
    /// <param name="left">A status.</param>
    /// <param name="right">Another status.</param>
    /// <returns>True when their values differ.</returns>
    public static bool operator !=(MessageStatus left, MessageStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MessageStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MessageStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>Returns <see cref="Value"/> if it looks like a status, and <c>***</c> if not: what a server repeats of a request stays private.</summary>
    /// <returns>A string of lower-case letters, digits and underscores, or <c>***</c>.</returns>
    public override string ToString() => Redaction.RedactCode(Value);

    /// <summary>Reads and writes <see cref="MessageStatus"/> as a JSON string. Public only so that source-generated contexts of other assemblies can use it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class StringJsonConverter() : OpenValueJsonConverter<MessageStatus>(static value => new MessageStatus(value), static value => value.Value);

    /// <summary>Converts from and to a string, which is how Newtonsoft.Json reads and writes the value.</summary>
    internal sealed class StringTypeConverter() : OpenValueTypeConverter(static value => new MessageStatus(value), static value => ((MessageStatus)value).Value);
}
