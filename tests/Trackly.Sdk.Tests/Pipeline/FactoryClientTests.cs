using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class FactoryClientTests
{
    private readonly TestClock _clock = new();
    private readonly CountingFactory _factory = new();

    [Fact]
    public void Current_WithinTenSeconds_IsTheSameClient()
    {
        var client = new FactoryClient(_factory, "Trackly.Sdk", _clock);
        var first = client.Current;

        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));

        client.Current.Should().BeSameAs(first);
        _factory.Names.Should().Equal("Trackly.Sdk");
    }

    [Fact]
    public void Current_AfterTenSeconds_IsANewClient_SoThatRenewedHandlersAreUsed()
    {
        var client = new FactoryClient(_factory, "Trackly.Sdk", _clock);
        var first = client.Current;

        _clock.Advance(TimeSpan.FromSeconds(10));

        client.Current.Should().NotBeSameAs(first);
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
