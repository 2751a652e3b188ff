using Microsoft.Extensions.Logging;
using Refit;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Peers;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>The senders that share one HttpClient with default settings, over the in-memory wire.</summary>
internal sealed class InMemorySenders
{
    public InMemorySenders(CannedResponse response, ILoggerFactory? loggerFactory = null)
    {
        Wire = new InMemoryWire(response);
        var http = new HttpClient(Wire) { BaseAddress = Account.BaseAddress };
        Floor = new FloorSender(new FloorClient(http, Account.GetSendAddress(Account.BaseAddress), Account.ApiKey));
        LeanFloor = new FloorSender(
            new FloorClient(http, Account.GetSendAddress(Account.BaseAddress), Account.ApiKey, HttpCompletionOption.ResponseHeadersRead), "by hand, response not buffered");
        Refit = new RefitSender("Refit", RestService.ForGenerated<IRefitTrackly>(http, RefitJson));
        Sdk = new SdkSender("SDK, new TracklyClient(httpClient, options)", new TracklyClient(http, new TracklyClientOptions { ApiKey = Account.ApiKey }, loggerFactory));
    }

    public InMemoryWire Wire { get; }

    public Sender Floor { get; }

    /// <summary>Hand-written code that does not buffer the response, as the SDK does not.</summary>
    public Sender LeanFloor { get; }

    public Sender Refit { get; }

    public Sender Sdk { get; }

    /// <summary>Settings for source-generated JSON, which Refit does not use by default.</summary>
    public static RefitSettings RefitJson => new(new SystemTextJsonContentSerializer(FloorJson.Default.Options));
}
