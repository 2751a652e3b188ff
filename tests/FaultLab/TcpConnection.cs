using System.Net.Sockets;

namespace FaultLab;

/// <summary>One accepted connection: bytes in and out, and whether it is idle.</summary>
internal sealed class TcpConnection(Socket socket, RequestLog log) : IDisposable
{
    private readonly TaskCompletionSource<bool> _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _peeked = new byte[1];
    private volatile State _state = State.Busy;
    private int _version;

    /// <summary>Completes when the server is disposed.</summary>
    public Task Aborted => _aborted.Task;

    /// <summary>Completes when this connection is no longer served.</summary>
    public Task Finished => _finished.Task;

    /// <summary>True if nothing happens here until the client, the clock or the test acts.</summary>
    public bool IsIdle
    {
        get
        {
            var version = Volatile.Read(ref _version);
            // If the state changes in between, the available bytes may have been read meanwhile.
            return _state is State.Held || (_state is State.WaitingForBytes && GetAvailable() == 0 && version == Volatile.Read(ref _version));
        }
    }

    /// <summary>Waits, idle, until bytes arrive, and leaves them unread. Returns false if the client has closed.</summary>
    public async Task<bool> WaitForBytesAsync()
    {
        SetState(State.WaitingForBytes);
        var count = await socket.ReceiveAsync(new ArraySegment<byte>(_peeked), SocketFlags.Peek);
        SetState(State.Busy);
        return count > 0;
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset)
    {
        var count = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, offset, buffer.Length - offset), SocketFlags.None);
        log.AddBytes(buffer, offset, count);
        return count;
    }

    public async Task SendAsync(byte[] bytes, int offset, int count)
    {
        while (count > 0)
        {
            var sent = await socket.SendAsync(new ArraySegment<byte>(bytes, offset, count), SocketFlags.None);
            (offset, count) = (offset + sent, count - sent);
        }
    }

    /// <summary>Waits, idle, for the first of the tasks or the end of the server.</summary>
    public async Task HoldAsync(params Task[] tasks)
    {
        SetState(State.Held);
        await Task.WhenAny([.. tasks, Aborted]);
        SetState(State.Busy);
    }

    /// <summary>Sends a FIN and waits, idle, until the client closes too: closing a socket with unread bytes would send a reset instead.</summary>
    public async Task CloseAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        await HoldAsync(DrainAsync());
    }

    /// <summary>Reads and discards until the client is gone.</summary>
    public async Task DrainAsync()
    {
        var discarded = new byte[4096];
        try
        {
            while (await ReceiveAsync(discarded, 0) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }

    public Stream OpenStream() => new NetworkStream(socket);

    /// <summary>Sends a reset and discards what is unread.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public void Abort()
    {
        _aborted.TrySetResult(true);
        socket.Dispose();
    }

    public void Dispose()
    {
        SetState(State.Held);
        Abort();
        _finished.TrySetResult(true);
    }

    private void SetState(State state)
    {
        _state = state;
        Interlocked.Increment(ref _version);
        log.Changes.Signal();
    }

    private int GetAvailable()
    {
        try
        {
            return socket.Available;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private enum State
    {
        Busy,
        WaitingForBytes,
        Held,
    }
}
