using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A table in a fresh database, senders that share it, and what they logged.</summary>
public abstract class ContractTest(TestDatabase database) : IAsyncLifetime
{
    private readonly List<TracklySendOnce> _opened = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static SendRequest Request { get; } = new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Your order has shipped." };

    protected TestDatabase Database { get; } = database;

    protected SendOnceDialect Dialect => Database is SqliteDatabase ? SendOnceDialect.Sqlite : SendOnceDialect.PostgreSql;

    protected FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch);

    private protected WatchedDataSource Watched { get; private set; } = null!;

    private protected ScriptedSender Sender { get; } = new();

    private protected TracklySendOnce SendOnce { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Watched = new WatchedDataSource(Database.Source);
        SendOnce = Open();
        await SendOnce.EnsureSchemaAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        Watched.Repair();
        foreach (var opened in _opened)
            await opened.DisposeAsync();
        await Watched.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the table as another process would.</summary>
    private protected TracklySendOnce Open(Action<SendOnceOptions>? configure = null, TimeProvider? clock = null, WatchedDataSource? source = null)
    {
        var options = new SendOnceOptions { Dialect = Dialect };
        Database.Configure(options);
        configure?.Invoke(options);
        var opened = new TracklySendOnce(
            Sender.SendAsync, source ?? Watched, options, new LoggerFactory([new FakeLoggerProvider(Log)], new LoggerFilterOptions { MinLevel = LogLevel.Trace }),
            clock ?? Clock);
        _opened.Add(opened);
        return opened;
    }

    /// <summary>Starts a call whose statement runs until it is released, and returns the call once the statement runs.</summary>
    private protected async Task<Task<SendOnceResult>> StartSlowCallAsync(ManualResetEventSlim release)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Watched.Before = _ =>
        {
            started.SetResult();
            release.Wait(Token);
        };
        var slow = Task.Run(() => SendOnce.SendAsync("slow", Request, Token), Token);
        await started.Task.InTimeAsync("the statement of the slow call starts");
        Watched.Repair();
        return slow;
    }

    private protected async Task<SendOnceEntry> FindAsync(string key) =>
        (await SendOnce.FindAsync(key, Token)).Should().NotBeNull().And.BeOfType<SendOnceEntry>().Subject;

    protected IEnumerable<string> EventNames => Log.GetSnapshot().Select(static record => record.Id.Name!);
}
