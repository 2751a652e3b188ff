using Microsoft.Extensions.DependencyInjection;
using Refit;
using Trackly.Sdk.Benchmarks.Floor;
using Trackly.Sdk.Benchmarks.Peers;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>The senders over sockets, each with its own connections and default settings.</summary>
internal sealed class SocketSenders : IDisposable
{
    private readonly HttpClient _byHand = new();
    private readonly HttpClient _lean = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly HttpClient _refit = new();
    private readonly HttpClient _sdk = new();
    private readonly TracklyClient _own;
    private readonly ServiceProvider _services;

    /// <param name="baseAddress">The address of the server.</param>
    /// <param name="retry">Configures the retries of the SDK. Null means the defaults.</param>
    public SocketSenders(Uri baseAddress, Action<TracklyRetryOptions>? retry = null)
    {
        _refit.BaseAddress = baseAddress;
        _own = new TracklyClient(Configured(new TracklyClientOptions()));
        var services = new ServiceCollection();
        services.AddTrackly(options => Configured(options));
        services.AddHttpClient(FactoryFloorSender.ClientName);
        _services = services.BuildServiceProvider();
        Floor = new FloorSender(new FloorClient(_byHand, Account.GetSendAddress(baseAddress), Account.ApiKey));
        LeanFloor = new FloorSender(
            new FloorClient(_lean, Account.GetSendAddress(baseAddress), Account.ApiKey, HttpCompletionOption.ResponseHeadersRead), "by hand, tuned as the SDK is");
        FactoryFloor = new FactoryFloorSender(_services.GetRequiredService<IHttpClientFactory>(), Account.GetSendAddress(baseAddress));
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

    /// <summary>Hand-written code that configures its connections and reads its responses as the SDK does.</summary>
    public Sender LeanFloor { get; }

    public Sender FactoryFloor { get; }

    public Sender Refit { get; }

    /// <summary>The SDK with its own connections.</summary>
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
