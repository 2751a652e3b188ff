using Trackly.Sdk.Benchmarks.Senders;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Sends a message that is accepted.</summary>
internal sealed class AcceptedRow(Sender sender, Message message, Target? target = null) : Row(sender.Name, target)
{
    public override void Once() => Finished(sender.SendAsync(message)).GetAwaiter().GetResult();
}
