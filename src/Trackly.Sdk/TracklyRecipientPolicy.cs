namespace Trackly.Sdk;

/// <summary>
/// Whom a client may text: the safety net of a system that must not reach real customers. It fails closed: a policy that allows nobody blocks every message. A section
/// that is given to <c>AddTrackly</c> is read strictly: an empty policy blocks, and one that is not understood is a fault of the options.
/// </summary>
public sealed class TracklyRecipientPolicy
{
    /// <summary>
    /// Who may be texted: a number in E.164 format, or the beginning of one with an asterisk at its end, for example <c>+1415555*</c>. Empty, the default,
    /// allows nobody.
    /// </summary>
    public IList<string> Allow { get; set; } = [];

    /// <summary>
    /// The number in E.164 format that gets every message whose recipient <see cref="Allow"/> does not name, in place of that recipient. Null, the default, or
    /// an empty text blocks those messages.
    /// </summary>
    public string? RedirectTo { get; set; }

    /// <summary>Whether every message is blocked, whatever the other two say. Default false.</summary>
    public bool BlockAll { get; set; }

    /// <summary>What is wrong with the configuration it was read from.</summary>
    internal List<string> Faults { get; } = [];
}
