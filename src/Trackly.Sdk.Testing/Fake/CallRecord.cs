using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>Records the requests and the queued messages. Safe to use from many threads at once.</summary>
internal sealed class CallRecord(int seed)
{
    private readonly object _lock = new();
    private readonly MessageIds _ids = new(seed);
    private readonly List<SendRequest> _requests = [];
    private readonly List<SendRawRequest> _rawRequests = [];
    private readonly List<IReadOnlyList<SendRequest>> _bulkRequests = [];
    private readonly List<QueuedRequest> _queued = [];

    public IReadOnlyList<SendRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public IReadOnlyList<SendRawRequest> RawRequests
    {
        get
        {
            lock (_lock)
                return [.. _rawRequests];
        }
    }

    public IReadOnlyList<IReadOnlyList<SendRequest>> BulkRequests
    {
        get
        {
            lock (_lock)
                return [.. _bulkRequests];
        }
    }

    public IReadOnlyList<QueuedRequest> Queued
    {
        get
        {
            lock (_lock)
                return [.. _queued];
        }
    }

    public void Add(SendRequest request)
    {
        lock (_lock)
            _requests.Add(request);
    }

    public void Add(SendRawRequest request)
    {
        lock (_lock)
            _rawRequests.Add(request);
    }

    public void Add(IReadOnlyList<SendRequest> requests)
    {
        lock (_lock)
            _bulkRequests.Add(requests);
    }

    /// <summary>
    /// Queues a message and returns its id: the given one, or the next one for null. One lock for both, so that ids and places have the same order.
    /// </summary>
    public string Queue(SendRequest request, string? messageId)
    {
        lock (_lock)
        {
            var queued = new QueuedRequest(messageId ?? _ids[(uint)_queued.Count], request);
            _queued.Add(queued);
            return queued.MessageId;
        }
    }
}
