using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Earlier versions of .NET have no way to advise.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class MetricsAdviceTests
{
    [Fact]
    public async Task Duration_AdvisesBucketsInSeconds()
    {
        using var collector = new MetricCollector<double>(meterScope: null, "Trackly.Sdk", "trackly.client.duration");
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync();

        ((Histogram<double>)collector.Instrument!).Advice!.HistogramBucketBoundaries.Should().BeInAscendingOrder().And.Contain([0.005, 15d, 60d]);
    }
}
