using System.Threading.Channels;

namespace Trackly.Sdk.Wolverine.Tests.Support;

/// <summary>The events that a host published, in their order.</summary>
public sealed class EventLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> _events = Channel.CreateUnbounded<object>();

    public void Add(object published) => _events.Writer.TryWrite(published);

    public async Task<object> TakeAsync() =>
        await _events.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
}
