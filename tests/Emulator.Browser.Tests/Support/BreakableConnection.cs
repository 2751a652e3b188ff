using System.Net;
using System.Net.Sockets;

namespace Emulator.Browser.Tests.Support;

/// <summary>Stands between the browser and an emulator, and can be cut: connections break, and new ones are refused until it is restored.</summary>
internal sealed class BreakableWire : IDisposable
{
    private readonly List<TcpClient> _connections = [];
    private Uri _emulator;
    private TcpListener _listener;

    public BreakableWire(Uri emulator)
    {
        _emulator = emulator;
        _listener = Listen(port: 0);
        Address = new($"http://{_listener.LocalEndpoint}/");
        _ = AcceptAsync(_listener);
    }

    public Uri Address { get; }

    public void Cut()
    {
        _listener.Stop();
        lock (_connections)
        {
            _connections.ForEach(connection => connection.Dispose());
            _connections.Clear();
        }
    }

    /// <summary>Accepts connections again, to this emulator.</summary>
    public void Restore(Uri emulator)
    {
        _emulator = emulator;
        _listener = Listen(Address.Port);
        _ = AcceptAsync(_listener);
    }

    public void Dispose() => Cut();

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // No connection is accepted until Restore.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var there = new TcpClient();
        try
        {
            await there.ConnectAsync(_emulator.Host, _emulator.Port);
            lock (_connections)
                _connections.AddRange([browser, there]);
            await Task.WhenAny(browser.GetStream().CopyToAsync(there.GetStream()), there.GetStream().CopyToAsync(browser.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException)
        {
            // The browser finds out by itself.
        }

        browser.Dispose();
    }
}
