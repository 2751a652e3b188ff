using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.SendOnce.Telemetry;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests;

/// <summary>docs/durable.md is the contract of what send-once shows.</summary>
public sealed class TelemetryContractTests
{
    private static readonly string Page = File.ReadAllText(Repository.GetPath("docs/durable.md"));

    private static readonly (LoggerMessageAttribute Event, bool HasTheKey)[] Events =
    [
        .. typeof(SendOnceLog).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(static method => (method.GetCustomAttribute<LoggerMessageAttribute>(), method.GetParameters().Any(
                static parameter => parameter.Name == "key")))
            .Where(static method => method.Item1 is not null)!,
    ];

    [Fact]
    public void EveryEvent_StandsOnThePage_WithItsIdLevelAndWhetherItNamesTheKey()
    {
        Events.Should().HaveCount(12);
        foreach (var (logged, hasTheKey) in Events)
            Page.Should().Contain($"| {logged.EventId} | `{logged.EventName}` | {logged.Level} | {(hasTheKey ? "yes" : "no")} |");
    }

    [Fact]
    public async Task EveryInstrument_StandsOnThePage_AndDescribesItselfInASentence()
    {
        List<string> names = [];
        List<string?> descriptions = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name != SendOnceTelemetry.Name)
                    return;
                names.Add($"| `{instrument.Name}` | counter | `{instrument.Unit}` |");
                descriptions.Add(instrument.Description);
            },
        };
        await using var database = new SqliteDatabase();
        await using var sendOnce = new TracklySendOnce(new ScriptedSender().SendAsync, database.Source, options: null, loggerFactory: null,
            timeProvider: null);
        foreach (var type in typeof(SendOnceTelemetry).Assembly.GetTypes().Where(static type => type.Namespace == typeof(SendOnceTelemetry).Namespace))
            System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        listener.Start();

        names.Should().HaveCount(3);
        names.Should().OnlyContain(static name => Page.Contains(name, StringComparison.Ordinal));
        descriptions.Should().AllSatisfy(static description => description.Should().MatchRegex(@"^[A-Z].{20,}\.$"));
    }

    [Fact]
    public async Task ASpan_CoversTheCall_AndSaysWhatBecameOfTheKey()
    {
        ConcurrentQueue<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == SendOnceTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var database = new SqliteDatabase();
        var sender = new ScriptedSender().ThenThrow(ClientFailures.LoseResponse());
        await using var sendOnce = new TracklySendOnce(sender.SendAsync, database.Source, options: null, loggerFactory: null, timeProvider: null);
        await sendOnce.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        var request = new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Hi" };
        using var parent = new Activity("test").Start();

        await sendOnce.SendAsync("order-1", request, TestContext.Current.CancellationToken);

        // Other tests in this process create spans at the same time.
        var span = spans.Single(span => span.TraceId == parent.TraceId);
        span.OperationName.Should().Be("trackly.send_once");
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.TagObjects.Should().BeEquivalentTo(
        [
            KeyValuePair.Create("trackly.outcome", (object?)"unknown"), KeyValuePair.Create("trackly.already_sent", (object?)false),
            KeyValuePair.Create("error.type", (object?)"Trackly.Sdk.TracklyConnectionException"),
        ]);
    }
}
