using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Exchanges;

/// <summary>Keeps the last requests with their responses. Safe to use from many threads at once.</summary>
internal sealed class ExchangeLog(TimeProvider clock, ActivityLog activity, Action<EmulatedExchange>? onRequest)
{
    public const int MaxExchanges = 1_000;

    private readonly object _lock = new();
    private ImmutableQueue<EmulatedExchange> _exchanges = [];
    private int _kept;
    private long _count;
    private long _refused;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EmulatedExchange> All => [.. Volatile.Read(ref _exchanges)];

    /// <summary>The number of requests that were refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    public void Add(HttpContext context, EmulatorResponse response)
    {
        var (request, trace, error) = (context.Request, RequestTrace.Get(context), response.FindError());
        EmulatedExchange exchange;
        lock (_lock)
        {
            exchange = new EmulatedExchange
            {
                Sequence = ++_count,
                ReceivedAt = clock.GetUtcNow(),
                Method = request.Method,
                Path = Excerpt.Create(request.Path.Value ?? "", RequestTrace.MaxLength),
                UserAgent = request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? Excerpt.Create(agent, RequestTrace.MaxLength) : null,
                Account = trace.Account,
                To = trace.To,
                ListNumber = trace.ListNumber,
                Body = trace.Body,
                Status = response.StatusCode,
                Code = error?.Code,
                Error = error?.Error,
                Fault = trace.Fault,
                MessageId = trace.MessageId,
                QueuedCount = trace.QueuedCount,
            };
            _refused += exchange.IsRefused ? 1 : 0;
            _exchanges = _exchanges.Enqueue(exchange);
            if (++_kept > MaxExchanges)
                (_exchanges, _kept) = (_exchanges.Dequeue(), MaxExchanges);
        }

        trace.IsKept = true;
        activity.Add(exchange);
        onRequest?.Invoke(exchange);
    }

    /// <summary>Clears the requests. The numbers continue.</summary>
    public void Clear()
    {
        lock (_lock)
            (_exchanges, _kept) = ([], 0);
    }
}
