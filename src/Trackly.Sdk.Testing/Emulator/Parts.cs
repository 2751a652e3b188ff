using System.Net;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>What an emulator is made of, without the server around it.</summary>
internal sealed class Parts
{
    public Parts(TracklyEmulatorOptions options)
    {
        (Clock, MostMessages, Address) = (options.TimeProvider, options.MostMessages, options.Address);
        Accounts = new AccountBook([Default(options), .. options.Accounts], Clock);
        Outbox = new Outbox(new MessageIds(options.Seed), Clock, MostMessages, Bell);
        Faults = new FaultScript(Bell);
        Send = new SendEndpoint(Accounts, Outbox, Faults, Clock);
    }

    public AccountBook Accounts { get; }

    public Outbox Outbox { get; }

    public FaultScript Faults { get; }

    public SendEndpoint Send { get; }

    /// <summary>Rings when a message or a fault comes or goes.</summary>
    public Bell Bell { get; } = new();

    public TimeProvider Clock { get; }

    public int MostMessages { get; }

    public IPAddress Address { get; }

    private static EmulatedAccount Default(TracklyEmulatorOptions options) => new EmulatedAccount(AccountBook.DefaultName)
        .AddKey(options.ApiKey).SetList(options.ListNumber).SetList(options.UnverifiedListNumber, EmulatedListStatus.Unverified);
}
