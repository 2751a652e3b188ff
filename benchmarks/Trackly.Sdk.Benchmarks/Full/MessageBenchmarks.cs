using BenchmarkDotNet.Attributes;

namespace Trackly.Sdk.Benchmarks.Full;

/// <summary>Benchmarks that run once for each message of the tables.</summary>
public abstract class MessageBenchmarks
{
    public static IEnumerable<string> Names => Message.All.Select(static message => message.Name);

    [ParamsSource(nameof(Names))]
    public string Text { get; set; } = "";

    internal Message Sent => Message.All.Single(message => message.Name == Text);
}
