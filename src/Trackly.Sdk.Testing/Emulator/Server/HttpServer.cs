using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.Testing.Emulator.Server;

/// <summary>
/// Kestrel without a host around it. It starts in milliseconds, reads no configuration, writes no log, does not handle Ctrl+C, and adds no spans or
/// metrics to the process whose tests it serves.
/// </summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);
    private readonly KestrelServer _server;
    private int _disposed;

    private HttpServer(KestrelServer server) => _server = server;

    /// <summary>The address it listens on, with the actual port. When it listens on all addresses, one that this machine can call.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<HttpServer> StartAsync(IPAddress address, int port, Routes routes, CancellationToken cancellationToken)
    {
        var server = new HttpServer(new KestrelServer(
            Options.Create(KestrelOptions(address, port)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance));
        try
        {
            await server._server.StartAsync(routes, cancellationToken).ConfigureAwait(false);
            server.Address = server.CallableAddress(address);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        // Responses that are being sent get a moment. A client that stalls in the middle of a request is then disconnected.
        using var grace = new CancellationTokenSource(Grace, TimeProvider.System);
        await _server.StopAsync(grace.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private Uri CallableAddress(IPAddress address)
    {
        var bound = new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return address.Equals(IPAddress.Any) ? new UriBuilder(bound) { Host = IPAddress.Loopback.ToString() }.Uri
            : address.Equals(IPAddress.IPv6Any) ? new UriBuilder(bound) { Host = $"[{IPAddress.IPv6Loopback}]" }.Uri
            : bound;
    }

    private static KestrelServerOptions KestrelOptions(IPAddress address, int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };

        // The emulator counts the bytes itself: it responds with 413 and JSON, where Kestrel would disconnect a client that is still writing.
        options.Limits.MaxRequestBodySize = null;

        // A test stopped at a breakpoint is slow, not hostile.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;

        // The scheme of a request over HTTP/2 is http, and the features of its connection say TLS.
        options.AllowAlternateSchemes = true;
        options.Listen(address, port, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1AndHttp2;
            endpoint.Use(next => connection => Http2PriorKnowledge.DetectAsync(connection, () => next(connection)));
        });
        return options;
    }
}
