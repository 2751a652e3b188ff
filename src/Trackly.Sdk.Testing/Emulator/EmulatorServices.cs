using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>What an emulator is made of, without the server around it.</summary>
internal sealed class EmulatorServices
{
    public EmulatorServices(TracklyEmulatorOptions options)
    {
        (Clock, MaxMessages, Address) = (options.TimeProvider, options.MaxMessages, options.Address);
        Accounts = new AccountDirectory([Default(options), .. options.Accounts], Clock);
        Messages = new MessageStore(new MessageIds(options.Seed), Clock, MaxMessages, Changes);
        Faults = new FaultScript(Changes);
        Send = new SendEndpoint(Accounts, Messages, Faults, Clock);
    }

    public AccountDirectory Accounts { get; }

    public MessageStore Messages { get; }

    public FaultScript Faults { get; }

    public SendEndpoint Send { get; }

    /// <summary>Rings when a message or a fault comes or goes.</summary>
    public ChangeSignal Changes { get; } = new();

    public TimeProvider Clock { get; }

    public int MaxMessages { get; }

    public IPAddress Address { get; }

    private static EmulatedAccount Default(TracklyEmulatorOptions options) => new EmulatedAccount(AccountDirectory.DefaultName)
        .AddKey(options.ApiKey).SetList(options.ListNumber).SetList(options.UnverifiedListNumber, EmulatedListStatus.Unverified);
}
