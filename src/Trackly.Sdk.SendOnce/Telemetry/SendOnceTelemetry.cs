using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trackly.Sdk.SendOnce.Telemetry;

/// <summary>What send-once shows to traces, metrics and the log: the contract of docs/durable.md.</summary>
internal sealed class SendOnceTelemetry(ILoggerFactory? loggerFactory)
{
    public const string Name = "Trackly.Sdk.SendOnce";

    private static readonly string? Version =
        typeof(SendOnceTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly ActivitySource Source = new(Name, Version);
    private static readonly Meter Meter = new(Name, Version);

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "trackly.send_once.calls", "{call}",
            "Calls of SendAsync, by what became of the key and whether it was an earlier call that sent the message.");

    private static readonly Counter<long> SettleFailures = Meter.CreateCounter<long>(
        "trackly.send_once.settle.failures", "{failure}", "Outcomes that could not be stored at the first attempt.");

    private static readonly Counter<long> ExpiredLeases = Meter.CreateCounter<long>(
        "trackly.send_once.expired_leases", "{key}", "Keys that became unknown because their sender did not settle them in time.");

    public ILogger Log { get; } = loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance;

    public static Activity? Start() => Source.HasListeners() ? Source.StartActivity(SendOnceTags.SpanName) : null;

    public static void Complete(Activity? span, SendOnceResult result)
    {
        var outcome = SendOnceTags.FormatOutcome(result.Outcome);
        Calls.Add(1, new(SendOnceTags.Outcome, outcome), new(SendOnceTags.AlreadySent, result.AlreadySent));
        if (span is null)
            return;
        span.SetTag(SendOnceTags.Outcome, outcome).SetTag(SendOnceTags.AlreadySent, result.AlreadySent);
        if (result.Failure is { } failure)
            span.SetTag(SendOnceTags.ErrorType, SendOnceTags.FormatType(failure));
        if (result.Outcome == SendOnceOutcome.Unknown)
            span.SetStatus(ActivityStatusCode.Error);
    }

    public static void Fail(Activity? span, Exception exception)
    {
        var outcome = SendOnceTags.FormatOutcome(exception);
        Calls.Add(1, new(SendOnceTags.Outcome, outcome), new(SendOnceTags.AlreadySent, false));
        span?.SetTag(SendOnceTags.Outcome, outcome).SetTag(SendOnceTags.ErrorType, SendOnceTags.FormatType(exception)).SetStatus(
            ActivityStatusCode.Error);
    }

    public static void CountSettleFailure(SendOnceOutcome outcome) =>
        SettleFailures.Add(1, new KeyValuePair<string, object?>(SendOnceTags.Outcome, SendOnceTags.FormatOutcome(outcome)));

    public static void CountExpired(long count)
    {
        if (count > 0)
            ExpiredLeases.Add(count);
    }
}
