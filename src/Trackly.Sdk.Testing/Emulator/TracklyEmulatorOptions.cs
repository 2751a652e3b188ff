using System.Net;

namespace Trackly.Sdk.Testing;

/// <summary>Says which accounts a <see cref="TracklyEmulator"/> plays, and where; every default is ready to use and obviously fake.</summary>
public sealed class TracklyEmulatorOptions
{
    /// <summary>Gets or sets the key of the default account, which <c>X-Api-Key</c> must carry: visible ASCII characters without spaces.</summary>
    public string ApiKey { get; set; } = "trk_emulator000000000000000000000000";

    /// <summary>Gets or sets the number of the default account's list that may send, in E.164 format; the default is <c>+18005551000</c>.</summary>
    public string ListNumber { get; set; } = "+18005551000";

    /// <summary>
    /// Gets or sets the number of the default account's BYOC list whose webhook is not verified, in E.164 format; the default is <c>+18005552000</c>.
    /// Sending from it is refused with <c>webhook_not_configured</c>.
    /// </summary>
    public string UnverifiedListNumber { get; set; } = "+18005552000";

    /// <summary>
    /// Gets the accounts to play beside the default one; none at first. Names and keys must differ from each other's, and no name may be <c>default</c>.
    /// Keep a reference to an account, or take it from <see cref="TracklyEmulator.Accounts"/>, to change it while the emulator runs.
    /// </summary>
    public IList<EmulatedAccount> Accounts { get; } = [];

    /// <summary>
    /// Gets or sets how many messages are kept at most; the default is 10,000. The oldest are dropped, and counted in
    /// <see cref="TracklyEmulator.DroppedMessages"/>, also when the requests of all that are kept grow longer than 64 Mi characters together.
    /// </summary>
    public int MaxMessages { get; set; } = 10_000;

    /// <summary>Gets or sets what the message ids are derived from; the same seed gives the same ids in the same order. The default is 0.</summary>
    public int Seed { get; set; }

    /// <summary>Gets or sets the clock of <see cref="EmulatedMessage.ReceivedAt"/>, of delays and of limits; the default is the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the address to listen on; the default is <see cref="IPAddress.Loopback"/>. On any other, whoever reaches this machine can read every text
    /// and script faults.
    /// </summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Gets or sets the port to listen on; the default, 0, is any that is free.</summary>
    public int Port { get; set; }
}
