using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaultLab;

/// <summary>
/// A loopback server of any protocol, such as a proxy: on each connection it sends a fixed reply after each thing that it reads, then closes. Without replies it closes when
/// the client has said the first thing.
/// </summary>
public sealed class ReplyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[][] _replies;
    private readonly Task _accepting;
    private int _connections;

    private ReplyServer(byte[][] replies)
    {
        _replies = replies;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The number of connections so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that closes each connection before it has replied.</summary>
    public static ReplyServer StartAndBreakOff() => new([]);

    /// <summary>A server, or an HTTP proxy, whose response to everything is this status.</summary>
    public static ReplyServer StartHttp(int status) => new([Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Lab\r\nContent-Length: 0\r\n\r\n")]);

    /// <summary>A SOCKS5 proxy that does not connect to the server: reply 2, "not allowed by the rules".</summary>
    public static ReplyServer StartSocksThatRefuses() => new([[5, 0], [5, 2, 0, 1, 0, 0, 0, 0, 0, 0]]);

    /// <summary>A SOCKS5 proxy that accepts no way of authentication.</summary>
    public static ReplyServer StartSocksThatKnowsNobody() => new([[5, 255]]);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server is being disposed.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        Interlocked.Increment(ref _connections);
        var buffer = new byte[16 * 1024];
        try
        {
            foreach (var reply in _replies)
            {
                await ReadAsync(connection, buffer);
                await connection.Client.SendAsync(new ArraySegment<byte>(reply), SocketFlags.None);
            }

            if (_replies.Length == 0)
                await ReadAsync(connection, buffer);
            connection.Client.Shutdown(SocketShutdown.Send);
            // Unread bytes would turn the end into a reset.
            while (await ReadAsync(connection, buffer) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client left.
        }
        finally
        {
            connection.Dispose();
        }
    }

    private static Task<int> ReadAsync(TcpClient connection, byte[] buffer) => connection.Client.ReceiveAsync(new ArraySegment<byte>(buffer), SocketFlags.None);
}
