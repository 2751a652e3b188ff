using System.Runtime.CompilerServices;
using System.Text;
using Trackly.Sdk.Testing.Emulator;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Server;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Answers <c>POST v2/send</c> as the Trackly API documents it, from a real HTTP server on a free loopback port, keeps what it queued, and shows it at
/// <see cref="InboxAddress"/>. It fails as it is told to. Safe to use from many threads at once.
/// </summary>
/// <remarks>
/// Nothing is ever sent to a phone. Where the public documentation is silent the emulator makes a choice, marked as such in its source. Scripted faults are
/// asked for each request that would be queued: the lines of <see cref="ForNext"/> first, then those of <see cref="When"/>, those of the control API, and that of
/// <see cref="ForAll"/>. A request that is refused anyway uses up no line.
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

    /// <summary>Gets the address to give to a client, such as <c>http://127.0.0.1:49152/api/</c>; it ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the address of the page that shows the messages to a browser, such as <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri InboxAddress { get; }

    /// <summary>Gets the API key that the default account had at the start.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the number of the list that the default account could send from at the start, in E.164 format.</summary>
    public string ListNumber { get; }

    /// <summary>Gets the default account, to change it while the emulator runs.</summary>
    public EmulatedAccount Account => _services.Accounts.All[0];

    /// <summary>Gets every account, the default one first, to change them while the emulator runs.</summary>
    public IReadOnlyList<EmulatedAccount> Accounts => _services.Accounts.All;

    /// <summary>
    /// Gets the messages that are kept, oldest first: a snapshot that later messages do not change, readable after disposal. There are
    /// <see cref="TracklyEmulatorOptions.MaxMessages"/> at most.
    /// </summary>
    public IReadOnlyList<EmulatedMessage> Messages => _services.Messages.Snapshot.Messages;

    /// <summary>Gets how many messages were queued since the start, whether they are still kept or not.</summary>
    public long QueuedMessages => _services.Messages.Snapshot.Queued;

    /// <summary>Gets how many messages were dropped since the start to make room for later ones.</summary>
    public long DroppedMessages => _services.Messages.Snapshot.Dropped;

    /// <summary>Starts an emulator; it listens when the task completes, until it is disposed.</summary>
    /// <param name="options">What to play; null means every default. Later changes to the instance have no effect; those to an account in it have.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The listening emulator.</returns>
    /// <exception cref="ArgumentException">An option is unusable; the message names it and says what would be right.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not of this machine, or the port is not for everyone.</exception>
    public static async Task<TracklyEmulator> StartAsync(TracklyEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TracklyEmulatorOptions();
        OptionsValidator.Validate(options);

        var services = new EmulatorServices(options);
        var closing = new CancellationTokenSource();
        var server = await HttpServer.StartAsync(options.Address, options.Port, new Routes(services, closing.Token), cancellationToken).ConfigureAwait(false);
        return new TracklyEmulator(services, closing, server);
    }

    /// <summary>Forgets every message. Their count goes on, and so do their ids.</summary>
    public void Clear() => _services.Messages.Clear();

    /// <summary>Reads the messages that are kept, oldest first, and then each one as it comes, until the emulator is disposed.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The messages. Who reads slowly misses those that are dropped or forgotten meanwhile.</returns>
    public async IAsyncEnumerable<EmulatedMessage> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var last = 0L; ;)
        {
            var (isOver, changed, snapshot) = (_closing.IsCancellationRequested, _services.Changes.WaitTask, _services.Messages.Snapshot);
            for (var index = snapshot.FindIndexAfter(last); index < snapshot.Messages.Count; index++)
            {
                last = snapshot.Messages[index].Sequence;
                yield return snapshot.Messages[index];
            }

            if (isOver)
                yield break;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Begins a line of the script for the next requests, after those that earlier lines of this kind are for. Each is used once.</summary>
    /// <param name="count">How many requests the line is for. Default 1.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public EmulatorBehavior ForNext(int count = 1)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "A line is for one request or more.");
        return new EmulatorBehavior(this, fault => _services.Faults.Add(fault with { Times = count }, FaultPriority.Next));
    }

    /// <summary>Begins a line of the script for every request that meets a condition. Of several that apply, the line written last is used.</summary>
    /// <param name="condition">Says whether the line is for a request. When it throws, the request is answered with 500 and the name of the exception.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    public EmulatorBehavior When(Func<EmulatedRequest, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new EmulatorBehavior(this, fault => _services.Faults.Add(fault with { Condition = condition }, FaultPriority.Condition));
    }

    /// <summary>Begins the line of the script for every request that no other line is for. The one written last is used; without any, each is accepted.</summary>
    /// <returns>The line, which the verb that follows completes.</returns>
    public EmulatorBehavior ForAll() => new(this, fault => _services.Faults.Add(fault, FaultPriority.Each));

    /// <summary>Switches every fault off, those of the control API too, and then on those that a text lists: the same JSON that <c>PUT /_emulator/faults</c> takes.</summary>
    /// <param name="json">An object with the member <c>faults</c>, as docs/emulator.md describes it.</param>
    /// <exception cref="FormatException">The text is faulty, and nothing was changed. The message names the member, what is wrong and what would be right.</exception>
    public void ReplaceFaults(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _services.Faults.Replace(FaultReader.ReadAll(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Stops listening, frees the port and closes every connection; disposing again does nothing.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _services.Changes.Signal();
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
