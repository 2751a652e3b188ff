using BenchmarkDotNet.Attributes;
using Trackly.Sdk.Benchmarks.Senders;

namespace Trackly.Sdk.Benchmarks.Full;

/// <summary>Sends over a loopback socket, one after the other.</summary>
public class SocketBenchmarks : MessageBenchmarks, IDisposable
{
    private SocketSenders _senders = null!;
    private Message _message = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _senders = new SocketSenders(FullCommand.ServerAddress);
        _message = Sent;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _senders.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "by hand, one HttpClient")]
    public Task ByHand() => _senders.Floor.SendAsync(_message);

    [Benchmark(Description = "by hand, IHttpClientFactory")]
    public Task ByHandInHost() => _senders.FactoryFloor.SendAsync(_message);

    [Benchmark(Description = "Refit")]
    public Task Refit() => _senders.Refit.SendAsync(_message);

    [Benchmark(Description = "SDK, new TracklyClient(options)")]
    public Task Sdk() => _senders.Sdk.SendAsync(_message);

    [Benchmark(Description = "SDK, new TracklyClient(httpClient, options)")]
    public Task SdkOverHttpClient() => _senders.SdkOverHttpClient.SendAsync(_message);

    [Benchmark(Description = "SDK, AddTrackly")]
    public Task SdkInHost() => _senders.SdkInHost.SendAsync(_message);
}
