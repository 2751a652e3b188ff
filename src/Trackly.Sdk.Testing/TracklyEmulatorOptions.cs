namespace Trackly.Sdk.Testing;

/// <summary>Says which account a <see cref="TracklyEmulator"/> plays; every default is ready to use and obviously fake.</summary>
public sealed class TracklyEmulatorOptions
{
    /// <summary>Gets or sets the one key that <c>X-Api-Key</c> must carry: visible ASCII characters without spaces.</summary>
    public string ApiKey { get; set; } = "trk_emulator000000000000000000000000";

    /// <summary>Gets or sets the number of the list that may send, in E.164 format; the default is <c>+18005551000</c>.</summary>
    public string ListNumber { get; set; } = "+18005551000";

    /// <summary>
    /// Gets or sets the number of the BYOC list whose webhook is not verified, in E.164 format; the default is <c>+18005552000</c>.
    /// Sending from it is refused with <c>webhook_not_configured</c>.
    /// </summary>
    public string UnverifiedListNumber { get; set; } = "+18005552000";

    /// <summary>Gets or sets what the message ids are derived from; the same seed gives the same ids in the same order. The default is 0.</summary>
    public int Seed { get; set; }

    /// <summary>Gets or sets the clock that stamps <see cref="EmulatedMessage.ReceivedAt"/>; the default is the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
