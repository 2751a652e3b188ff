using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FaultLab;

/// <summary>A loopback port that the operating system chooses, and the connections to it.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<TcpConnection, Task> _serve;
    private readonly RequestLog _log;
    private readonly ConcurrentDictionary<TcpConnection, bool> _connections = new();
    private readonly ConcurrentDictionary<EndPoint, TaskCompletionSource<bool>> _probes = new();
    private readonly ConcurrentQueue<Exception> _unexpected = new();
    private Task _accepting = Task.CompletedTask;
    private volatile bool _isDisposed;

    public LoopbackListener(RequestLog log, Func<TcpConnection, Task> serve)
    {
        (_log, _serve) = (log, serve);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}/api/");

    public bool IsListening { get; private set; }

    public void Listen()
    {
        _socket.Listen(4096);
        IsListening = true;
        _accepting = AcceptAsync();
    }

    /// <summary>Waits until every byte that clients have sent so far has been processed as its fault demands.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        if (IsListening)
            await ProbeAsync();
        await _log.Changes.WaitUntilAsync(() => _connections.Keys.All(connection => connection.IsIdle), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _socket.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
            connection.Abort();
        await Task.WhenAll(_connections.Keys.Select(connection => connection.Finished));
        if (!_unexpected.IsEmpty)
            throw new AggregateException("The fault server itself failed.", _unexpected);
    }

    private async Task AcceptAsync()
    {
        while (!_isDisposed)
        {
            try
            {
                var accepted = await _socket.AcceptAsync();
                if (_probes.TryRemove(accepted.RemoteEndPoint!, out var probe))
                {
                    accepted.Dispose();
                    probe.TrySetResult(true);
                    continue;
                }

                accepted.NoDelay = true;
                var connection = new TcpConnection(accepted, _log);
                _connections[connection] = true;
                _ = Task.Run(() => ServeAsync(connection));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // Either the server is being disposed, or a client left before it was accepted.
            }
        }
    }

    private async Task ServeAsync(TcpConnection connection)
    {
        try
        {
            await _serve(connection);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client left, or the server is being disposed.
        }
        catch (Exception exception)
        {
            _unexpected.Enqueue(exception);
        }
        finally
        {
            connection.Dispose();
            _connections.TryRemove(connection, out _);
        }
    }

    /// <summary>Connections are accepted in order: once this one is, all earlier ones are.</summary>
    private async Task ProbeAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var accepted = _probes.GetOrAdd(socket.LocalEndPoint!, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await socket.ConnectAsync(_socket.LocalEndPoint!);
        await accepted.Task;
    }
}
