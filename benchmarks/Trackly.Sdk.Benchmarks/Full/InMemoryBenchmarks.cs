using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Full;

/// <summary>Sends over the in-memory wire, which measures the code alone.</summary>
public class InMemoryBenchmarks : MessageBenchmarks, IDisposable
{
    private InMemorySenders _senders = null!;
    private InMemoryHost _host = null!;
    private Message _message = null!;

    /// <summary>Whether spans, metrics and the log at Debug are collected. The hand-written code has none.</summary>
    [Params(false, true)]
    public bool Listened { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Action<ILoggingBuilder>? logging = Listened ? new Listeners().Register : null;
        _senders = new InMemorySenders(CannedResponse.Accepted, logging is null ? null : LoggerFactory.Create(logging));
        _host = new InMemoryHost(CannedResponse.Accepted, logging);
        _message = Sent;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _host.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "by hand, one HttpClient")]
    public Task ByHand() => _senders.Floor.SendAsync(_message);

    [Benchmark(Description = "by hand, IHttpClientFactory")]
    public Task ByHandInHost() => _host.Floor.SendAsync(_message);

    [Benchmark(Description = "Refit")]
    public Task Refit() => _senders.Refit.SendAsync(_message);

    [Benchmark(Description = "Refit, AddRefitGeneratedClient")]
    public Task RefitInHost() => _host.Refit.SendAsync(_message);

    [Benchmark(Description = "SDK, new TracklyClient(httpClient, options)")]
    public Task SdkOverHttpClient() => _senders.Sdk.SendAsync(_message);

    [Benchmark(Description = "SDK, AddTrackly")]
    public Task SdkInHost() => _host.Sdk.SendAsync(_message);
}
