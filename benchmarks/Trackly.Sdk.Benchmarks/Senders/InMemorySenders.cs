using Microsoft.Extensions.Logging;
using Refit;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Peers;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>All who send through one HttpClient with default settings, made once, over the in-memory wire.</summary>
internal sealed class InMemorySenders
{
    public InMemorySenders(CannedAnswer answer, ILoggerFactory? loggerFactory = null)
    {
        Wire = new InMemoryWire(answer);
        var http = new HttpClient(Wire) { BaseAddress = Account.BaseAddress };
        Floor = new FloorSender(new FloorClient(http, Account.SendAddressOf(Account.BaseAddress), Account.ApiKey));
        LeanFloor = new FloorSender(
            new FloorClient(http, Account.SendAddressOf(Account.BaseAddress), Account.ApiKey, HttpCompletionOption.ResponseHeadersRead), "by hand, answer not buffered");
        Refit = new RefitSender("Refit", RestService.ForGenerated<IRefitTrackly>(http, RefitJson));
        Sdk = new SdkSender("SDK, new TracklyClient(httpClient, options)", new TracklyClient(http, new TracklyClientOptions { ApiKey = Account.ApiKey }, loggerFactory));
    }

    public InMemoryWire Wire { get; }

    public Sender Floor { get; }

    /// <summary>As the SDK does it, for those who know how.</summary>
    public Sender LeanFloor { get; }

    public Sender Refit { get; }

    public Sender Sdk { get; }

    /// <summary>Refit with source-generated JSON, which it does not do by itself.</summary>
    public static RefitSettings RefitJson => new(new SystemTextJsonContentSerializer(FloorJson.Default.Options));
}
