using System.Collections.Concurrent;

namespace Trackly.Sdk.AspNetCore.Tests.Support;

/// <summary>Keeps every entry of every category, with its values and scopes.</summary>
internal sealed class LogSink : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<LogRecord> Records { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string FormatPairs(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(" ", pairs) : "";

    private string ReadScopes()
    {
        List<string> scopes = [];
        _scopes.ForEachScope(static (scope, list) => list.Add($"{scope} {FormatPairs(scope)}"), scopes);
        return string.Join(" | ", scopes);
    }

    private sealed class Logger(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => sink._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink.Records.Enqueue(new LogRecord(
                category, logLevel, eventId, formatter(state, exception), exception,
                FormatPairs(state), sink.ReadScopes()));
    }
}
