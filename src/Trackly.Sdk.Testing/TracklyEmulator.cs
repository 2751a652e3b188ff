using System.Text;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Server;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Responds to <c>POST v2/send</c> as the Trackly API documents it, from a real HTTP server on a free loopback port. It keeps the messages that it
/// queues, shows them at <see cref="InboxAddress"/>, and fails as a script says. Safe to use from many threads at once.
/// </summary>
/// <remarks>
/// Nothing is ever sent to a phone. Where the public documentation is silent, the emulator makes a choice, marked as such in its source. A request that would have an effect gets a
/// line of the script: of <see cref="ForNext"/> first, then of <see cref="When"/>, then a fault of the control API, then that of <see cref="ForAll"/>. An invalid one gets none.
/// </remarks>
public sealed class TracklyEmulator : IAsyncDisposable
{
    private readonly EmulatorServices _services;
    private readonly CancellationTokenSource _closing;
    private readonly HttpServer _server;

    private TracklyEmulator(EmulatorServices services, CancellationTokenSource closing, HttpServer server)
    {
        (_services, _closing, _server) = (services, closing, server);
        ApiKey = Account.Keys.Single();
        ListNumber = Account.Lists.Single(list => list.Value is EmulatedListStatus.Active).Key;
        InboxAddress = server.Address;
        BaseAddress = new Uri(server.Address, SendEndpoint.ApiRoot);
    }

    /// <summary>Gets the base address for a client, such as <c>http://127.0.0.1:49152/api/</c>. It ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the address of the page that shows the messages in a browser, such as <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri InboxAddress { get; }

    /// <summary>Gets the API key that the default account had at the start.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the number of the list that the default account could send from at the start, in E.164 format.</summary>
    public string ListNumber { get; }

    /// <summary>Gets the default account. It can be changed while the emulator runs.</summary>
    public EmulatedAccount Account => _services.Accounts.All[0];

    /// <summary>Gets every account, the default one first. They can be changed while the emulator runs.</summary>
    public IReadOnlyList<EmulatedAccount> Accounts => _services.Accounts.All;

    /// <summary>Gets the messages that are kept, oldest first and at most <see cref="TracklyEmulatorOptions.MaxMessages"/>: a snapshot.</summary>
    public IReadOnlyList<EmulatedMessage> Messages => _services.Messages.Snapshot.Messages;

    /// <summary>Gets the last 1,000 requests with what they got, oldest first, refused ones included: a snapshot.</summary>
    public IReadOnlyList<EmulatedExchange> Requests => _services.Exchanges.All;

    /// <summary>Gets the last 1,000 replies, oldest first: a snapshot.</summary>
    public IReadOnlyList<EmulatedReply> Replies => _services.Replies.All;

    /// <summary>Gets the webhooks: delivery reports, opt-outs and replies.</summary>
    public EmulatedWebhooks Webhooks => _services.SentNow;

    /// <summary>Gets the number of messages that were queued since the start, whether they are still kept or not.</summary>
    public long QueuedMessages => _services.Messages.Snapshot.Queued;

    /// <summary>Gets the number of messages that were dropped since the start to make room for later ones.</summary>
    public long DroppedMessages => _services.Messages.Snapshot.Dropped;

    /// <summary>Starts an emulator. It listens from when the task completes until it is disposed.</summary>
    /// <param name="options">The options. Null means every default. Later changes to it have no effect; changes to an account in it do.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The listening emulator.</returns>
    /// <exception cref="ArgumentException">An option is invalid. The message names it.</exception> <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="InvalidDataException">The store file cannot be opened, or has a line that no emulator wrote.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not one of this machine, or the port needs more rights.</exception>
    public static async Task<TracklyEmulator> StartAsync(TracklyEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        OptionsValidator.Validate(options ??= new TracklyEmulatorOptions());
        var services = new EmulatorServices(options);
        var closing = new CancellationTokenSource();
        var server = await HttpServer.StartAsync(options.Address, options.Port, new Routes(services, options.OnFailure, closing.Token), cancellationToken).ConfigureAwait(false);
        return new TracklyEmulator(services, closing, server);
    }

    /// <summary>Clears every message. The counts and the ids continue, and so does everything else.</summary>
    public void Clear() => _services.Messages.Clear();

    /// <summary>Clears messages, requests, replies, webhooks, faults and opt-outs. The counts and the ids start again.</summary>
    /// <param name="seed">The seed of the ids. Null means the same as before.</param>
    public void Reset(int? seed = null) => _services.Reset(seed);

    /// <summary>Returns the messages that are kept, oldest first, and then each one as it is queued, until the emulator is disposed.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The messages. A slow reader misses those that are dropped or cleared.</returns>
    public IAsyncEnumerable<EmulatedMessage> WatchAsync(CancellationToken cancellationToken = default) =>
        MessageWatch.WatchAsync(_services.Messages, _services.Changes, _closing.Token, cancellationToken);

    /// <summary>Receives a message from a phone, as a reply to the last message or to a list.</summary>
    /// <param name="phoneNumber">The phone number, in E.164 format.</param>
    /// <param name="text">What it writes, 1 to 1,600 characters. An opt-out word such as <c>STOP</c> opts out, <c>START</c> opts in again.</param>
    /// <param name="listNumber">The list's number. Null, the default, means the list of the last message to the phone number.</param>
    /// <returns>The reply. Its event is posted in the background.</returns>
    /// <exception cref="FormatException">A value is invalid. The message names it, as the control API does, and repeats none.</exception>
    public EmulatedReply Reply(string phoneNumber, string text, string? listNumber = null) => _services.DayAfter.Receive(phoneNumber, text, listNumber);

    /// <summary>Starts a line of the script for the next requests, after those that earlier lines of this kind are for.</summary>
    /// <param name="count">The number of requests, 1 or more. Default 1.</param>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public EmulatorBehavior ForNext(int count = 1)
    {
        ScriptArguments.CheckCount(count, nameof(count));
        return new EmulatorBehavior(this, fault => _services.Faults.Add(fault with { Times = count }, FaultPriority.Next));
    }

    /// <summary>Starts a line of the script for every request that meets a condition. Of several lines that apply, the last one is used.</summary>
    /// <param name="condition">Returns whether the line is for a request. If it throws, the request gets 500 with the name of the exception.</param>
    /// <returns>The line, to be completed.</returns>
    public EmulatorBehavior When(Func<EmulatedRequest, bool> condition) => condition is null ? throw new ArgumentNullException(nameof(condition))
        : new EmulatorBehavior(this, fault => _services.Faults.Add(fault with { Condition = condition }, FaultPriority.Condition));

    /// <summary>Starts a line of the script for every call of contacts, lists or phones that meets a condition, as <see cref="When"/> does for messages.</summary>
    /// <param name="condition">Returns whether the line is for a call.</param>
    /// <returns>The line, to be completed.</returns>
    public EmulatorBehavior WhenCalled(Func<ApiCall, bool> condition) => condition is null ? throw new ArgumentNullException(nameof(condition))
        : new EmulatorBehavior(this, fault => _services.Faults.Add(fault with { CallCondition = condition }, FaultPriority.Condition));

    /// <summary>Starts the line of the script for every other request. The last one written is used. Without one, each request is accepted.</summary>
    /// <returns>The line, to be completed by a method that says what happens.</returns>
    public EmulatorBehavior ForAll() => new(this, fault => _services.Faults.Add(fault, FaultPriority.All));

    /// <summary>Replaces all faults, those of the control API included, by those of a list: the JSON that <c>PUT /_emulator/faults</c> takes.</summary>
    /// <param name="json">An object with the member <c>faults</c>, as docs/emulator.md describes it.</param>
    /// <exception cref="FormatException">The JSON is invalid, and nothing was changed. The message names the member and what would be right.</exception>
    public void ReplaceFaults(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _services.Faults.Replace(FaultReader.ReadAll(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Stops listening, frees the port and closes every connection. Disposing again does nothing.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _services.Dispose();
        _services.Changes.Signal();
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
