namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>A way to send a message.</summary>
internal abstract class Sender(string name)
{
    public string Name { get; } = name;

    public abstract Task SendAsync(Message message);
}
