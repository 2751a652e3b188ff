namespace Trackly.Sdk.Testing;

/// <summary>Where an <see cref="EmulatedWebhook"/> is.</summary>
// An enum and no open value: the states are the emulator's own. Zero is the state in which nothing has been posted.
public enum EmulatedWebhookState
{
    /// <summary>Its next attempt is planned.</summary>
    Scheduled = 0,

    /// <summary>An attempt is under way.</summary>
    Sending,

    /// <summary>An attempt got a response with a status from 200 to 299.</summary>
    Accepted,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>The account had no webhook address when the attempt was due.</summary>
    NotConfigured,
}
