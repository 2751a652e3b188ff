using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Exchanges;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Replies;
using Trackly.Sdk.Testing.Emulator.Store;
using Trackly.Sdk.Testing.Emulator.Webhooks;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>The parts of an emulator, without the server around them.</summary>
internal sealed class EmulatorServices : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly WebhookQueue _queue;
    private readonly ListBacklog _backlog;
    private MessageFile? _file;

    public EmulatorServices(TracklyEmulatorOptions options)
    {
        (Clock, MaxMessages, MaxBytes) = (options.TimeProvider, options.MaxMessages, options.MaxBytes);
        (Address, AllowedHosts) = (options.Address, [.. options.AllowedHosts]);
        Accounts = new AccountDirectory([CreateDefault(options), .. options.Accounts], Clock);
        Messages = new MessageStore(new MessageIds(options.Seed), Clock, MaxMessages, MaxBytes, Changes, Activity = new ActivityLog(Changes));
        Exchanges = new ExchangeLog(Clock, Activity, options.OnRequest);
        Faults = new FaultScript(Changes);
        Replies = new ReplyLog(Activity);
        Webhooks = new WebhookStore(Activity);
        _queue = new WebhookQueue(Webhooks, Accounts, Clock) { OnAttempt = options.OnWebhook };
        _backlog = new ListBacklog(Messages, Clock);
        DayAfter = new DayAfter(Accounts, Messages, Webhooks, _queue, Replies, _backlog, Clock);
        SentNow = new EmulatedWebhooks(Webhooks, DayAfter, Changes);
        OpenStore(options.StoreFile, options.OnStoreRepaired);
        Resources = new ResourceEndpoint(Accounts, Faults, Clock);
        Send = new SendEndpoint(Accounts, Messages, Faults, Clock, options.MaxBulkErrors);
    }

    public AccountDirectory Accounts { get; }

    public MessageStore Messages { get; }

    public WebhookStore Webhooks { get; }

    public ReplyLog Replies { get; }

    public DayAfter DayAfter { get; }

    /// <summary>The webhooks as a program and the control API see them.</summary>
    public EmulatedWebhooks SentNow { get; }

    /// <summary>Canceled when the emulator is disposed.</summary>
    public CancellationToken Closing => _closing.Token;

    public ExchangeLog Exchanges { get; }

    /// <summary>Every other change, for the event stream.</summary>
    public ActivityLog Activity { get; }

    public FaultScript Faults { get; }

    public SendEndpoint Send { get; }

    public ResourceEndpoint Resources { get; }

    /// <summary>Signals that a message or a fault was added or removed.</summary>
    public ChangeSignal Changes { get; } = new();

    public TimeProvider Clock { get; }

    public int MaxMessages { get; }

    public long MaxBytes { get; }

    public IPAddress Address { get; }

    public IReadOnlyList<string> AllowedHosts { get; }

    /// <summary>Clears everything that was received, and starts the ids again. Accounts stay as they are, without their contacts and opt-outs.</summary>
    /// <param name="seed">The seed of the ids. Null means the same as before.</param>
    public void Reset(int? seed)
    {
        Faults.Replace([]);
        Webhooks.Clear();
        Replies.Clear();
        Exchanges.Clear();
        _backlog.Clear();
        foreach (var account in Accounts.All)
        {
            account.OptOuts.Clear();
            account.Contacts.Clear();
        }

        Messages.Reset(seed);
    }

    public void Dispose()
    {
        _closing.Cancel();
        _queue.Dispose();
        _backlog.Dispose();
        Messages.Journal = null;
        _file?.Dispose();
    }

    private void OpenStore(string? path, Action<string>? onRepaired)
    {
        if (path is null)
            return;

        try
        {
            _file = MessageFile.Open(path, MaxMessages, () => Messages.Snapshot);
            if (MessageFileReader.Restore(_file.Path, Messages) is { } repair)
                onRepaired?.Invoke(repair);
            _file.Start();
            Messages.Journal = _file;
        }
        catch
        {
            Dispose();
            throw;
        }

        // The reports that the earlier emulator still owed.
        foreach (var message in Messages.Snapshot.Messages)
            Messages.OnQueued(message);
    }

    private static EmulatedAccount CreateDefault(TracklyEmulatorOptions options) => new EmulatedAccount(AccountDirectory.DefaultName)
        .AddKey(options.ApiKey).AddList(options.ListNumber).AddList(options.UnverifiedListNumber, EmulatedListStatus.Unverified);
}
