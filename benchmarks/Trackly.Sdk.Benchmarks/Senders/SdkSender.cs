namespace Trackly.Sdk.Benchmarks.Senders;

internal sealed class SdkSender(string name, ITracklyClient client) : Sender(name)
{
    public override Task SendAsync(Message message) => client.SendAsync(message.Request);
}
