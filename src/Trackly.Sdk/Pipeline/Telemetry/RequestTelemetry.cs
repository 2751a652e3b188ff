using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>What a client reports to traces, metrics and the log: the contract of docs/observability.md. Costs nothing without listeners.</summary>
internal sealed class RequestTelemetry(ILoggerFactory? loggerFactory, TimeProvider clock)
{
    private static readonly ActivitySource Source = new(TelemetryTags.SourceName, SdkVersion.Value);

    private readonly ILogger _log = loggerFactory?.CreateLogger(TelemetryTags.SourceName) ?? NullLogger.Instance;

    public TimeProvider Clock { get; } = clock;

    /// <summary>Starts to observe a call. A log or listener that fails is no reason not to send.</summary>
    public RequestObservation Start(string operation, Uri baseAddress, TimeSpan attemptTimeout)
    {
        try
        {
            return new RequestObservation(_log, Clock, operation, attemptTimeout, StartSpan(operation, baseAddress));
        }
        catch (Exception)
        {
            return default;
        }
    }

    /// <summary>Reports a retry. A log or listener that fails is no reason to lose the request.</summary>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="wait">How long the client waits before the next one.</param>
    public void ReportRetry(SendAttempt attempt, TimeSpan wait)
    {
        try
        {
            var reason = TelemetryTags.GetReason(attempt)!;
            RequestMetrics.CountRetry(reason);
            RequestLog.Retrying(_log, attempt.Number, reason, (long)wait.TotalMilliseconds);
        }
        catch (Exception)
        {
            // See above.
        }
    }

    /// <summary>Reports that changed options are not valid and are not used.</summary>
    public void ReportInvalidReload(string? name, string problems)
    {
        try
        {
            RequestLog.InvalidReload(_log, string.IsNullOrEmpty(name) ? "default" : name!, problems);
        }
        catch (Exception)
        {
            // A log that fails must not keep the client from its valid settings.
        }
    }

    /// <summary>Starts the span of a stream. Null when nobody listens.</summary>
    public static Activity? StartStream(string name, Uri baseAddress)
    {
        try
        {
            return StartSpan(name, baseAddress);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Internal, not client: HttpClient's own span of each attempt is the call that leaves the process.</summary>
    private static Activity? StartSpan(string operation, Uri address) =>
        Source.HasListeners() ? Source.StartActivity(ActivityKind.Internal, tags: CreateTags(operation, address), name: TelemetryTags.SpanPrefix + operation) : null;

    private static KeyValuePair<string, object?>[] CreateTags(string operation, Uri address) =>
    [
        new(TelemetryTags.OperationName, operation),
        new(TelemetryTags.ServerAddress, address.Host),
        // The name of a service has no port.
        .. address.Port < 0 ? [] : new KeyValuePair<string, object?>[] { new(TelemetryTags.ServerPort, address.Port) },
    ];
}
