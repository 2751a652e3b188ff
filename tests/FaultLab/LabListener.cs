using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FaultLab;

/// <summary>A loopback port of the system's choice and the connections to it.</summary>
internal sealed class LabListener : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<LabChannel, Task> _serve;
    private readonly LabActivity _activity;
    private readonly ConcurrentDictionary<LabChannel, bool> _channels = new();
    private readonly ConcurrentDictionary<EndPoint, TaskCompletionSource<bool>> _probes = new();
    private readonly ConcurrentQueue<Exception> _surprises = new();
    private Task _accepting = Task.CompletedTask;
    private volatile bool _stopping;

    public LabListener(LabActivity activity, Func<LabChannel, Task> serve)
    {
        (_activity, _serve) = (activity, serve);
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

    /// <summary>Waits until every byte that clients have sent so far has been dealt with as its fault wants.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (IsListening)
            await ProbeAsync();
        await _activity.UntilAsync(() => _channels.Keys.All(channel => channel.IsQuiet), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _socket.Dispose();
        await _accepting;
        foreach (var channel in _channels.Keys)
            channel.Abort();
        await Task.WhenAll(_channels.Keys.Select(channel => channel.Finished));
        if (!_surprises.IsEmpty)
            throw new AggregateException("The lab itself failed.", _surprises);
    }

    private async Task AcceptAsync()
    {
        while (!_stopping)
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
                var channel = new LabChannel(accepted, _activity);
                _channels[channel] = true;
                _ = Task.Run(() => ServeAsync(channel));
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // Either the lab is being torn down, or a client left before it was accepted.
            }
        }
    }

    private async Task ServeAsync(LabChannel channel)
    {
        try
        {
            await _serve(channel);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client left, or the lab is being torn down.
        }
        catch (Exception surprise)
        {
            _surprises.Enqueue(surprise);
        }
        finally
        {
            channel.Dispose();
            _channels.TryRemove(channel, out _);
        }
    }

    /// <summary>Connections are accepted in order: once one made now is seen, so are all that were made before.</summary>
    private async Task ProbeAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var seen = _probes.GetOrAdd(socket.LocalEndPoint!, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await socket.ConnectAsync(_socket.LocalEndPoint!);
        await seen.Task;
    }
}
