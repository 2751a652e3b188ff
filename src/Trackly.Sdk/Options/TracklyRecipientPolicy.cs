namespace Trackly.Sdk;

/// <summary>
/// Specifies which recipients a client may text: the safety net of a system that must not reach real customers. It fails closed: a policy that allows nobody blocks every
/// message.
/// </summary>
public sealed class TracklyRecipientPolicy
{
    /// <summary>
    /// Gets or sets the recipients who may be texted: a number in E.164 format, or the start of one with an asterisk at its end, for example <c>+1415555*</c>. Empty, the
    /// default, allows nobody.
    /// </summary>
    public IList<string> Allow { get; set; } = [];

    /// <summary>
    /// Gets or sets the number in E.164 format that gets every message whose recipient <see cref="Allow"/> does not name, in place of that recipient. Null, the default,
    /// or an empty string blocks those messages.
    /// </summary>
    public string? RedirectTo { get; set; }

    /// <summary>Gets or sets whether every message is blocked, whatever the other two say. Default false.</summary>
    public bool BlockAll { get; set; }
}
