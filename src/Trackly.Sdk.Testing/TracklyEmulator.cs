using Trackly.Sdk.Testing.Emulator;

namespace Trackly.Sdk.Testing;

/// <summary>
/// Answers <c>POST v2/send</c> as the Trackly API documents it, from a real HTTP server on a free loopback port, and keeps every message it queued.
/// </summary>
/// <remarks>
/// Nothing is ever sent to a phone. Where the public documentation is silent the emulator makes a choice, marked as such in its source.
/// </remarks>
public sealed class TracklyEmulator : IAsyncDisposable
{
    private readonly Outbox _outbox;
    private readonly LoopbackServer _server;

    private TracklyEmulator(EmulatedAccount account, Outbox outbox, LoopbackServer server)
    {
        (_outbox, _server) = (outbox, server);
        ApiKey = account.ApiKey;
        ListNumber = account.ListNumber;
        BaseAddress = new Uri(server.Address, Routes.ApiRoot);
    }

    /// <summary>Gets the address to give to a client, such as <c>http://127.0.0.1:49152/api/</c>; it ends in a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the one API key the emulator accepts.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the number of the list that may send, in E.164 format.</summary>
    public string ListNumber { get; }

    /// <summary>Gets the messages queued so far, oldest first: a snapshot that later messages do not change, readable after disposal.</summary>
    public IReadOnlyList<EmulatedMessage> Messages => _outbox.Messages;

    /// <summary>Starts an emulator; it listens when the task completes, until it is disposed.</summary>
    /// <param name="options">The account to emulate; null means every default. Later changes to the instance have no effect.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The listening emulator.</returns>
    /// <exception cref="ArgumentException">An option is unusable; the message names it and says what would be right.</exception>
    public static async Task<TracklyEmulator> StartAsync(TracklyEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TracklyEmulatorOptions();
        OptionsCheck.Check(options);

        var account = new EmulatedAccount(options.ApiKey, options.ListNumber, options.UnverifiedListNumber);
        var outbox = new Outbox(new MessageIds(options.Seed), options.TimeProvider);
        var server = await LoopbackServer.StartAsync(new Routes(new SendEndpoint(account, outbox)), cancellationToken).ConfigureAwait(false);
        return new TracklyEmulator(account, outbox, server);
    }

    /// <summary>Stops listening, frees the port and closes every connection; disposing again does nothing.</summary>
    /// <returns>A task that completes when the port is free.</returns>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
