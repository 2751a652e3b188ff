using Trackly.Sdk.Benchmarks.Peers;

namespace Trackly.Sdk.Benchmarks.Senders;

internal sealed class RefitSender(string name, IRefitTrackly client) : Sender(name)
{
    public override Task SendAsync(Message message) => client.SendAsync(message.ByHand, Account.ApiKey);
}
