using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>docs/observability.md lists all telemetry: a name that changes in the code must change there.</summary>
public sealed class ObservabilityContractTests
{
    private const BindingFlags Every = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string Page = File.ReadAllText(Repository.GetPath("docs/observability.md"));

    [Fact]
    public void Page_EveryTagAndValue_IsNamed() =>
        typeof(TelemetryTags).GetFields(Every).Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!)
            .Should().HaveCountGreaterThan(10).And.AllSatisfy(static name => Page.Should().Contain($"`{name}`"));

    [Fact]
    public async Task Page_EveryInstrument_IsNamedWithItsKindAndUnit_AndDescribesItselfInASentence()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        await client.SendAsync();

        var instruments = FindInstruments();

        instruments.Should().HaveCount(4);
        instruments.Should().AllSatisfy(static instrument => instrument.Description.Should().MatchRegex(@"^[A-Z].{20,}\.$"));
        foreach (var instrument in instruments)
            Page.Should().Contain($"| `{instrument.Name}` | {(instrument is Histogram<double> ? "histogram" : instrument.IsObservable ? "gauge" : "counter")} | `{instrument.Unit}` |");
    }

    [Fact]
    public void Page_EveryLogEvent_IsNamedWithItsIdLevelAndValues()
    {
        var events = typeof(RequestLog).GetMethods(Every).Select(static method => (Method: method, Event: method.GetCustomAttribute<LoggerMessageAttribute>())).ToList();

        events.RemoveAll(static candidate => candidate.Event is null);
        events.Select(static candidate => candidate.Event!.EventId).Should().BeEquivalentTo(Enumerable.Range(1, 9));
        foreach (var (method, described) in events)
        {
            Page.Should().Contain($"| {described!.EventId} | `{described.EventName}` | {described.Level} |");
            foreach (var value in method.GetParameters().Skip(1))
                Page.Should().Contain($"`{char.ToUpperInvariant(value.Name![0])}{value.Name.Substring(1)}`");
        }
    }

    private static List<Instrument> FindInstruments()
    {
        List<Instrument> instruments = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == TelemetryTags.SourceName)
                    instruments.Add(instrument);
            },
        };
        listener.Start();
        return instruments;
    }
}
