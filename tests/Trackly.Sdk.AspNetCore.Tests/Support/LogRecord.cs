namespace Trackly.Sdk.AspNetCore.Tests.Support;

/// <summary>One entry of the log: everything that a sink could write.</summary>
internal sealed record LogRecord(string Category, LogLevel Level, EventId Id, string Message, Exception? Exception, string Values, string Scopes);
