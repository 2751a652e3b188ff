using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks.Senders;

internal sealed class FloorSender(FloorClient client, string name = "by hand, one HttpClient") : Sender(name)
{
    public override Task SendAsync(Message message) => client.SendAsync(message.ByHand);
}
