using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>
/// What a send may allocate, wire included: bytes are the same in every run, times are not. A budget is what was measured and a few per cent; a change that needs more
/// explains it in its commit. An unoptimized build makes an object of each asynchronous method, so it has budgets of its own.
/// </summary>
[Collection(ListensToTheProcess.Name)]
public sealed class AllocationTests
{
    private const int Sends = 500;
    private const int Batches = 5;

    private static readonly SendRequest Request = Some.Request();

    [Fact]
    public void Accepted_OverAnHttpClient()
    {
        using var httpClient = new HttpClient(new Wire(HttpStatusCode.OK, Some.QueuedJson));
        using var client = new TracklyClient(httpClient, Some.Options());

        MeasureBytes(() => client.SendAsync(Request)).Should().BeLessThanOrEqualTo(Budget(release: 2400, debug: 3700));
    }

    [Fact]
    public void Accepted_FromAContainer()
    {
        using var provider = Container();
        var client = provider.GetRequiredService<ITracklyClient>();

        MeasureBytes(() => client.SendAsync(Request)).Should().BeLessThanOrEqualTo(Budget(release: 2680, debug: 4150));
    }

    [Fact]
    public void Accepted_FromAContainerWithAHandlerOfTheHost()
    {
        using var provider = Container(static builder => builder.AddHttpMessageHandler(static () => new PassesOn()));
        var client = provider.GetRequiredService<ITracklyClient>();

        MeasureBytes(() => client.SendAsync(Request)).Should().BeLessThanOrEqualTo(Budget(release: 3900, debug: 5400));
    }

    [Fact]
    public void Accepted_SpansAndMetricsListenedTo()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Trackly.Sdk",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, meters) =>
            {
                if (instrument.Meter.Name == "Trackly.Sdk")
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        meters.Start();
        using var httpClient = new HttpClient(new Wire(HttpStatusCode.OK, Some.QueuedJson));
        using var client = new TracklyClient(httpClient, Some.Options());

        MeasureBytes(() => client.SendAsync(Request)).Should().BeLessThanOrEqualTo(Budget(release: 3700, debug: 4950));
    }

    [Fact]
    public void Accepted_ALongText_CostsItsOwnLengthMore()
    {
        using var httpClient = new HttpClient(new Wire(HttpStatusCode.OK, Some.QueuedJson));
        using var client = new TracklyClient(httpClient, Some.Options());
        var (shorter, longer) = (Request with { Body = "Hi" }, Request with { Body = new string('x', 1602) });

        (MeasureBytes(() => client.SendAsync(longer)) - MeasureBytes(() => client.SendAsync(shorter))).Should().BeInRange(1500, 1700, "the body is written once, into an array of its size");
    }

    [Fact]
    public void Rejected()
    {
        using var httpClient = new HttpClient(new Wire(HttpStatusCode.BadRequest, """{"error":"The sending list was not found.","code":"list_not_found"}"""));
        using var client = new TracklyClient(httpClient, Some.Options());

        MeasureBytes(() => client.SendAsync(Request)).Should().BeLessThanOrEqualTo(Budget(release: 5000, debug: 6200));
    }

    [Fact]
    public void Invalid()
    {
        using var client = new TracklyClient(Some.Key);
        var invalid = Request with { To = "14155551234" };

        MeasureBytes(() => client.SendAsync(invalid)).Should().BeLessThanOrEqualTo(Budget(release: 1450, debug: 1850));
    }

    private static ServiceProvider Container(Action<IHttpClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddTrackly(static options => options.ApiKey = Some.Key)
            .ConfigurePrimaryHttpMessageHandler(static () => new Wire(HttpStatusCode.OK, Some.QueuedJson));
        configure?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    /// <summary>Returns the bytes of one send in the batch that allocates the least, because the runtime occasionally allocates too.</summary>
    private static long MeasureBytes(Func<Task> send)
    {
        Batch(send);
        return Enumerable.Range(0, Batches).Min(_ => Batch(send));
    }

    private static long Batch(Func<Task> send)
    {
        var isHere = true;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Sends; i++)
            isHere &= send().IsCompleted;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        isHere.Should().BeTrue("what another thread does is not counted");
        return bytes / Sends;
    }

#if DEBUG
    private static long Budget(long release, long debug) => debug;
#else
    private static long Budget(long release, long debug) => release;
#endif

    private sealed class PassesOn : DelegatingHandler;

    /// <summary>Reads the body and responds at once.</summary>
    private sealed class Wire(HttpStatusCode status, string json) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        private readonly byte[] _response = Encoding.UTF8.GetBytes(json);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(status) { Content = new ByteArrayContent(_response) { Headers = { ContentType = Json } } };
        }
    }
}
