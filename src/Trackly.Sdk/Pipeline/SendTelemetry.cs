using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trackly.Sdk.Pipeline;

/// <summary>What a client shows of its sends to traces, metrics and the log: the contract of docs/observability.md. Costs nothing while nobody listens.</summary>
internal sealed class SendTelemetry(ILoggerFactory? loggerFactory, TimeProvider clock)
{
    public const string Name = "Trackly.Sdk";

    private static readonly ActivitySource Source = new(Name, SdkVersion.Value);

    public ILogger Log { get; } = loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance;

    public TimeProvider Clock { get; } = clock;

    /// <summary>Whether somebody wants to know how long a call takes.</summary>
    public bool IsTimed => SendMetrics.Duration.Enabled || Log.IsEnabled(LogLevel.Warning);

    public SendObservation Begin(SendSettings settings)
    {
        try
        {
            return new SendObservation(this, settings, SpanOf(settings.SendAddress));
        }
        catch (Exception)
        {
            // A log or listener that fails is no reason not to send.
            return default;
        }
    }

    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="wait">How long the next one is put off.</param>
    public void Retrying(Attempt attempt, TimeSpan wait)
    {
        try
        {
            if (!SendMetrics.Retries.Enabled && !Log.IsEnabled(LogLevel.Information))
                return;
            var failed = attempt.ToRecord();
            var reason = SendTags.ReasonOf(failed)!;
            SendMetrics.CountRetry(reason);
            SendLog.Retrying(Log, failed.Number, reason, (long)wait.TotalMilliseconds);
        }
        catch (Exception)
        {
            // A log or listener that fails is no reason to lose the message.
        }
    }

    /// <summary>Internal, not client: HttpClient's own span of each try is the call that leaves the process.</summary>
    private static Activity? SpanOf(Uri address) => Source.HasListeners()
        ? Source.StartActivity(
            ActivityKind.Internal, tags: [new(SendTags.ServerAddress, address.Host), new(SendTags.ServerPort, address.Port)], name: SendTags.SpanName)
        : null;
}
