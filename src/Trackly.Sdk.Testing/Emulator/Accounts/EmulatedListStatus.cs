namespace Trackly.Sdk.Testing;

/// <summary>What a sending list of an <see cref="EmulatedAccount"/> may do.</summary>
public enum EmulatedListStatus
{
    /// <summary>It sends.</summary>
    Active,

    /// <summary>
    /// Its messages are queued, and Trackly would drop them later. What a send from such a list answers is not documented; that an inactive list fails after
    /// the 2xx is. The emulator's choice: the message is queued, with a note.
    /// </summary>
    Paused,

    /// <summary>A bring-your-own-carrier list whose webhook is not verified: a send is refused with <c>webhook_not_configured</c>.</summary>
    Unverified,
}
