using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Refit;
using Trackly.Sdk.Benchmarks.Peers;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>All who send from a host, each through IHttpClientFactory with its default handlers, over the in-memory wire.</summary>
internal sealed class InMemoryHost : IDisposable
{
    private readonly IHost _host;

    /// <param name="answer">What the server says.</param>
    /// <param name="logging">Where the host logs. Null logs nowhere: no provider is registered.</param>
    public InMemoryHost(CannedAnswer answer, Action<ILoggingBuilder>? logging = null)
    {
        Wire = new InMemoryWire(answer);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        builder.Services.AddTrackly(options => options.ApiKey = Account.ApiKey).ConfigurePrimaryHttpMessageHandler(() => Wire);
        builder.Services.AddHttpClient(FactoryFloorSender.ClientName).ConfigurePrimaryHttpMessageHandler(() => Wire);
        builder.Services.AddRefitGeneratedClient<IRefitTrackly>(InMemorySenders.RefitJson)
            .ConfigureHttpClient(client => client.BaseAddress = Account.BaseAddress)
            .ConfigurePrimaryHttpMessageHandler(() => Wire);
        _host = builder.Build();
        Floor = new FactoryFloorSender(_host.Services.GetRequiredService<IHttpClientFactory>(), Account.SendAddressOf(Account.BaseAddress));
        Refit = new RefitSender("Refit, AddRefitGeneratedClient", _host.Services.GetRequiredService<IRefitTrackly>());
        Sdk = new SdkSender("SDK, AddTrackly", _host.Services.GetRequiredService<ITracklyClient>());
    }

    public InMemoryWire Wire { get; }

    public Sender Floor { get; }

    public Sender Refit { get; }

    public Sender Sdk { get; }

    public void Dispose() => _host.Dispose();
}
