namespace Trackly.Sdk.Contacts;

/// <summary>What a failed call on contacts means for the caller.</summary>
internal static class ContactAdvice
{
    private const string NotSent = "Nothing changed: the same call may be made again.";
    private const string Rejected = "Nothing changed.";

    /// <summary>Gets the advice of writes that leave the same contact however often they are made.</summary>
    public static OutcomeAdvice Repeatable { get; } = new()
    {
        NotSent = NotSent,
        Rejected = Rejected,
        Unknown = "The change may have been made. The same call may be made again: it leaves the same contact.",
        Unreadable = "The change was most likely made. The same call may be made again: it leaves the same contact.",
    };

    /// <summary>Gets the advice of writes that may text somebody each time.</summary>
    public static OutcomeAdvice Once { get; } = new()
    {
        NotSent = NotSent,
        Rejected = Rejected,
        Unknown = "The change may have been made, and a journey may text the contact: look for the contact in the Trackly dashboard before you make the call again.",
        Unreadable = "The change was most likely made, and a journey may text the contact: look for the contact in the Trackly dashboard before you make the call again.",
    };
}
