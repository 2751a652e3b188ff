using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>The floor as it is written in a host: an HttpClient from the factory for each send. Shows what the factory alone costs.</summary>
internal sealed class FactoryFloorSender(IHttpClientFactory factory, Uri sendAddress) : Sender("by hand, IHttpClientFactory")
{
    public const string ClientName = "by hand";

    public override Task SendAsync(Message message) =>
        new FloorClient(factory.CreateClient(ClientName), sendAddress, Account.ApiKey).SendAsync(message.ByHand);
}
