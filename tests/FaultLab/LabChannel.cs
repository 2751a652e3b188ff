using System.Net.Sockets;

namespace FaultLab;

/// <summary>One accepted connection: bytes in and out, and whether it rests.</summary>
internal sealed class LabChannel(Socket socket, LabActivity activity) : IDisposable
{
    private readonly TaskCompletionSource<bool> _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _peeked = new byte[1];
    private volatile Rest _rest = Rest.None;
    private int _changes;

    /// <summary>Ends when the lab is torn down around this connection.</summary>
    public Task Aborted => _aborted.Task;

    /// <summary>Ends when nobody serves this connection any more.</summary>
    public Task Finished => _finished.Task;

    /// <summary>True where nothing happens here until the client, the clock or the test does something.</summary>
    public bool IsQuiet
    {
        get
        {
            var changes = Volatile.Read(ref _changes);
            // A change in between means that the bytes asked about may have been read meanwhile.
            return _rest is Rest.Held || (_rest is Rest.Idle && Available() == 0 && changes == Volatile.Read(ref _changes));
        }
    }

    /// <summary>Waits, at rest, until bytes have arrived, and leaves them unread; false where the client has closed.</summary>
    public async Task<bool> HasMoreAsync()
    {
        Become(Rest.Idle);
        var count = await socket.ReceiveAsync(new ArraySegment<byte>(_peeked), SocketFlags.Peek);
        Become(Rest.None);
        return count > 0;
    }

    public Task<int> ReceiveAsync(byte[] buffer, int offset) =>
        socket.ReceiveAsync(new ArraySegment<byte>(buffer, offset, buffer.Length - offset), SocketFlags.None);

    public async Task SendAsync(byte[] bytes, int offset, int count)
    {
        while (count > 0)
        {
            var sent = await socket.SendAsync(new ArraySegment<byte>(bytes, offset, count), SocketFlags.None);
            (offset, count) = (offset + sent, count - sent);
        }
    }

    /// <summary>Waits at rest.</summary>
    public async Task HoldAsync(params Task[] until)
    {
        Become(Rest.Held);
        await Task.WhenAny([.. until, Aborted]);
        Become(Rest.None);
    }

    /// <summary>Sends the FIN and waits at rest until the client closes too: closing over unread bytes would send a reset instead.</summary>
    public async Task CloseAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        await HoldAsync(DrainAsync());
    }

    /// <summary>Reads and forgets until the client is gone.</summary>
    public async Task DrainAsync()
    {
        var forgotten = new byte[4096];
        try
        {
            while (await ReceiveAsync(forgotten, 0) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
        }
    }

    /// <summary>Sends a reset and forgets what has not been read.</summary>
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
        Become(Rest.Held);
        Abort();
        _finished.TrySetResult(true);
    }

    private void Become(Rest rest)
    {
        _rest = rest;
        Interlocked.Increment(ref _changes);
        activity.Pulse();
    }

    private int Available()
    {
        try
        {
            return socket.Available;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private enum Rest
    {
        None,
        Idle,
        Held,
    }
}
