using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>The hand-written client as used in a host: each send takes an HttpClient from the factory. Shows the cost of the factory alone.</summary>
internal sealed class FactoryFloorSender(IHttpClientFactory factory, Uri sendAddress) : Sender("by hand, IHttpClientFactory")
{
    public const string ClientName = "by hand";

    public override Task SendAsync(Message message) =>
        new FloorClient(factory.CreateClient(ClientName), sendAddress, Account.ApiKey).SendAsync(message.ByHand);
}
