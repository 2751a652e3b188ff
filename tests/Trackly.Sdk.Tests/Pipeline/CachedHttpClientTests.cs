using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class CachedHttpClientTests
{
    private readonly TestClock _clock = new();
    private readonly CountingFactory _factory = new();

    [Fact]
    public void Current_WithinTenSeconds_IsTheSameClient()
    {
        var client = new CachedHttpClient(_factory, "Trackly.Sdk", _clock);
        var first = client.Get();

        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));

        client.Get().Should().BeSameAs(first);
        _factory.Names.Should().Equal("Trackly.Sdk");
    }

    [Fact]
    public void Current_AfterTenSeconds_IsANewClient_SoThatRenewedHandlersAreUsed()
    {
        var client = new CachedHttpClient(_factory, "Trackly.Sdk", _clock);
        var first = client.Get();

        _clock.Advance(TimeSpan.FromSeconds(10));

        client.Get().Should().NotBeSameAs(first);
        _factory.Names.Should().HaveCount(2);
    }

    private sealed class CountingFactory : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient();
        }
    }
}
