using Microsoft.Extensions.DependencyInjection;
using Refit;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Peers;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>All who send over sockets, each with connections of its own and default settings.</summary>
internal sealed class SocketSenders : IDisposable
{
    private readonly HttpClient _byHand = new();
    private readonly HttpClient _lean = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly HttpClient _refit = new();
    private readonly HttpClient _sdk = new();
    private readonly TracklyClient _own;
    private readonly ServiceProvider _services;

    /// <param name="baseAddress">Where the server listens.</param>
    /// <param name="retry">Says how the SDK tries again. Null: as it does by default.</param>
    public SocketSenders(Uri baseAddress, Action<TracklyRetryOptions>? retry = null)
    {
        _refit.BaseAddress = baseAddress;
        _own = new TracklyClient(Configured(new TracklyClientOptions()));
        var services = new ServiceCollection();
        services.AddTrackly(options => Configured(options));
        services.AddHttpClient(FactoryFloorSender.ClientName);
        _services = services.BuildServiceProvider();
        Floor = new FloorSender(new FloorClient(_byHand, Account.SendAddressOf(baseAddress), Account.ApiKey));
        LeanFloor = new FloorSender(
            new FloorClient(_lean, Account.SendAddressOf(baseAddress), Account.ApiKey, HttpCompletionOption.ResponseHeadersRead), "by hand, tuned as the SDK is");
        FactoryFloor = new FactoryFloorSender(_services.GetRequiredService<IHttpClientFactory>(), Account.SendAddressOf(baseAddress));
        Refit = new RefitSender("Refit", RestService.ForGenerated<IRefitTrackly>(_refit, InMemorySenders.RefitJson));
        Sdk = new SdkSender("SDK, new TracklyClient(options)", _own);
        SdkOverHttpClient = new SdkSender("SDK, new TracklyClient(httpClient, options)", new TracklyClient(_sdk, Configured(new TracklyClientOptions())));
        SdkInHost = new SdkSender("SDK, AddTrackly", _services.GetRequiredService<ITracklyClient>());

        TracklyClientOptions Configured(TracklyClientOptions options)
        {
            (options.ApiKey, options.BaseAddress) = (Account.ApiKey, baseAddress);
            retry?.Invoke(options.Retry);
            return options;
        }
    }

    public Sender Floor { get; }

    /// <summary>With what the SDK does to its connections and answers, for those who know how.</summary>
    public Sender LeanFloor { get; }

    public Sender FactoryFloor { get; }

    public Sender Refit { get; }

    /// <summary>With connections of its own.</summary>
    public Sender Sdk { get; }

    public Sender SdkOverHttpClient { get; }

    public Sender SdkInHost { get; }

    public void Dispose()
    {
        _byHand.Dispose();
        _lean.Dispose();
        _refit.Dispose();
        _sdk.Dispose();
        _own.Dispose();
        _services.Dispose();
    }
}
