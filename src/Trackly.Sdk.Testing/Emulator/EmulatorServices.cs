using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>The parts of an emulator, without the server around them.</summary>
internal sealed class EmulatorServices
{
    public EmulatorServices(TracklyEmulatorOptions options)
    {
        (Clock, MaxMessages, MaxBytes) = (options.TimeProvider, options.MaxMessages, options.MaxBytes);
        (Address, AllowedHosts) = (options.Address, [.. options.AllowedHosts]);
        Accounts = new AccountDirectory([CreateDefault(options), .. options.Accounts], Clock);
        Messages = new MessageStore(new MessageIds(options.Seed), Clock, MaxMessages, MaxBytes, Changes);
        Faults = new FaultScript(Changes);
        Send = new SendEndpoint(Accounts, Messages, Faults, Clock, options.MaxBulkErrors);
    }

    public AccountDirectory Accounts { get; }

    public MessageStore Messages { get; }

    public FaultScript Faults { get; }

    public SendEndpoint Send { get; }

    /// <summary>Signals that a message or a fault was added or removed.</summary>
    public ChangeSignal Changes { get; } = new();

    public TimeProvider Clock { get; }

    public int MaxMessages { get; }

    public long MaxBytes { get; }

    public IPAddress Address { get; }

    public IReadOnlyList<string> AllowedHosts { get; }

    private static EmulatedAccount CreateDefault(TracklyEmulatorOptions options) => new EmulatedAccount(AccountDirectory.DefaultName)
        .AddKey(options.ApiKey).AddList(options.ListNumber).AddList(options.UnverifiedListNumber, EmulatedListStatus.Unverified);
}
