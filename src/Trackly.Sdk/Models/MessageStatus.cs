namespace Trackly.Sdk;

/// <summary>The status of a message. The set is open: a status this SDK does not know keeps its value.</summary>
/// <param name="Value">The status as Trackly writes it, for example <c>queued</c>.</param>
/// <remarks>
/// A send answers <c>queued</c>; the other names are those of the message lifecycle:
/// <see href="https://docs.tracklysms.com/concepts/message-lifecycle"/>.
/// </remarks>
public readonly record struct MessageStatus(string Value)
{
    private readonly string? _value = Value;

    /// <summary>The status as Trackly writes it. Empty when Trackly sent none.</summary>
    public string Value
    {
        get => _value ?? "";
        init => _value = value;
    }

    /// <summary><c>queued</c>: accepted, not yet handed to a provider.</summary>
    public static MessageStatus Queued { get; } = new("queued");

    /// <summary><c>sent</c>: handed to a provider.</summary>
    public static MessageStatus Sent { get; } = new("sent");

    /// <summary><c>delivered</c>: the final success.</summary>
    public static MessageStatus Delivered { get; } = new("delivered");

    /// <summary><c>undelivered</c>: the carrier could not deliver it. Final.</summary>
    public static MessageStatus Undelivered { get; } = new("undelivered");

    /// <summary><c>failed</c>: the provider refused it, or a system error. Final.</summary>
    public static MessageStatus Failed { get; } = new("failed");

    /// <summary><c>dropped</c>: removed before it was handed to a provider. Final.</summary>
    public static MessageStatus Dropped { get; } = new("dropped");

    /// <summary><c>orphaned</c>: no valid sending list. Final.</summary>
    public static MessageStatus Orphaned { get; } = new("orphaned");

    /// <summary>Returns <see cref="Value"/> if it looks like a status, with numbers masked, and <c>***</c> if not: what a server echoes stays private.</summary>
    /// <returns>A text of lower-case letters, digits and underscores.</returns>
    public override string ToString() => Redaction.Word(Value);
}
