namespace Trackly.Sdk.Testing;

/// <summary>What a sending list of an <see cref="EmulatedAccount"/> can do.</summary>
public enum EmulatedListStatus
{
    /// <summary>It sends.</summary>
    Active,

    /// <summary>
    /// Its messages are queued, and Trackly would drop them later. The documentation says that an inactive list fails after the response, and not
    /// what the response to such a send is. The emulator's choice: success, with a note on the message.
    /// </summary>
    Paused,

    /// <summary>A bring-your-own-carrier list whose webhook is not verified. A send is rejected with <c>webhook_not_configured</c>.</summary>
    Unverified,
}
