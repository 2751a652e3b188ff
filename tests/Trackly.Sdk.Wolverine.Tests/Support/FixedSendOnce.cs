namespace Trackly.Sdk.Wolverine.Tests.Support;

/// <summary>Send-once that has one result for everything.</summary>
internal sealed class FixedSendOnce(SendOnceResult result) : ITracklySendOnce
{
    public Task<SendOnceResult> SendAsync(string key, SendRequest request, CancellationToken cancellationToken = default) => Task.FromResult(result);

    public Task EnsureSchemaAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SendOnceEntry?> FindAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<SendOnceEntry> FindUnknownAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SendOnceMatch> FindMatchAsync(
        DeliveryEvent delivery, Func<DeliveryEvent, CancellationToken, Task<IEnumerable<string>>> findKeys, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task ResolveAsync(string key, SendOnceOutcome outcome, string? messageId = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<long> DeleteSettledAsync(DateTimeOffset olderThan, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
