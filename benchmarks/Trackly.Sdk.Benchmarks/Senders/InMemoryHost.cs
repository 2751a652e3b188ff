using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Refit;
using Trackly.Sdk.Benchmarks.Peers;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>The senders of a host, each using IHttpClientFactory with its default handlers, over the in-memory wire.</summary>
internal sealed class InMemoryHost : IDisposable
{
    private readonly IHost _host;

    /// <param name="response">The response to every request.</param>
    /// <param name="logging">Configures the log of the host. Null means no log provider.</param>
    public InMemoryHost(CannedResponse response, Action<ILoggingBuilder>? logging = null)
    {
        Wire = new InMemoryWire(response);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        logging?.Invoke(builder.Logging);
        builder.Services.AddTrackly(options => options.ApiKey = Account.ApiKey).ConfigurePrimaryHttpMessageHandler(() => Wire);
        builder.Services.AddHttpClient(FactoryFloorSender.ClientName).ConfigurePrimaryHttpMessageHandler(() => Wire);
        builder.Services.AddRefitGeneratedClient<IRefitTrackly>(InMemorySenders.RefitJson)
            .ConfigureHttpClient(client => client.BaseAddress = Account.BaseAddress)
            .ConfigurePrimaryHttpMessageHandler(() => Wire);
        _host = builder.Build();
        Floor = new FactoryFloorSender(_host.Services.GetRequiredService<IHttpClientFactory>(), Account.GetSendAddress(Account.BaseAddress));
        Refit = new RefitSender("Refit, AddRefitGeneratedClient", _host.Services.GetRequiredService<IRefitTrackly>());
        Sdk = new SdkSender("SDK, AddTrackly", _host.Services.GetRequiredService<ITracklyClient>());
    }

    public InMemoryWire Wire { get; }

    public Sender Floor { get; }

    public Sender Refit { get; }

    public Sender Sdk { get; }

    public void Dispose() => _host.Dispose();
}
