using System.Data.Common;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A data source that notes every statement, and can break before or after one: after means that it ran and its response was lost.</summary>
internal sealed class WatchedDataSource(DbDataSource inner) : DbDataSource
{
    private readonly List<string> _statements = [];
    private volatile bool _isClosed;

    public override string ConnectionString => inner.ConnectionString;

    /// <summary>Called with the name of a statement before it runs.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Called with the name of a statement after it ran.</summary>
    public Action<string>? After { get; set; }

    /// <summary>The names of the statements that were sent, without the settings of a SQLite connection.</summary>
    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    /// <summary>Breaks a statement, each time or the next times, before or after it runs.</summary>
    public void Break(string statement, bool afterwards, int times = int.MaxValue)
    {
        void Hook(string name)
        {
            if (name == statement && times-- > 0)
                throw new BrokenConnectionException();
        }

        if (afterwards)
            After = Hook;
        else
            Before = Hook;
    }

    public void Repair() => (Before, After) = (null, null);

    internal async Task<T> RunAsync<T>(string text, Func<Task<T>> run)
    {
        var name = GetName(text);
        if (name is null)
            return await run();
        lock (_statements)
            _statements.Add(name);
        Before?.Invoke(name);
        var result = await run();
        After?.Invoke(name);
        return result;
    }

    /// <summary>From now on the data source is as one that was disposed.</summary>
    public void Close() => _isClosed = true;

    protected override DbConnection CreateDbConnection() => _isClosed ? throw new ObjectDisposedException(nameof(WatchedDataSource)) : new WatchedConnection(inner.CreateConnection(), this);

    private static string? GetName(string text) => text switch
    {
        _ when text.StartsWith("PRAGMA", StringComparison.Ordinal) => null,
        _ when text.StartsWith("INSERT", StringComparison.Ordinal) => "claim",
        _ when text.Contains("attempts = attempts + 1", StringComparison.Ordinal) => "take over",
        _ when text.Contains("@error_code", StringComparison.Ordinal) => "settle",
        _ when text.StartsWith("SELECT", StringComparison.Ordinal) => "find",
        _ => "other",
    };
}
