using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks.Senders;

internal sealed class FloorSender(FloorClient client) : Sender("by hand, one HttpClient")
{
    public override Task SendAsync(Message message) => client.SendAsync(message.ByHand);
}
