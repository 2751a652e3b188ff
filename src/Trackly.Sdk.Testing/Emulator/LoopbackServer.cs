using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>
/// Kestrel without a host around it: it starts in milliseconds, and reads no settings, writes no log, takes no Ctrl+C and adds no spans or metrics
/// to the process whose tests it serves.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);
    private readonly KestrelServer _server;
    private int _disposed;

    private LoopbackServer(KestrelServer server) => _server = server;

    public Uri Address => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LoopbackServer> StartAsync(Routes routes, CancellationToken cancellationToken)
    {
        var server = new LoopbackServer(new KestrelServer(
            Options.Create(KestrelOptions()),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance));
        try
        {
            await server._server.StartAsync(routes, cancellationToken).ConfigureAwait(false);
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

        // Answers on their way out get a moment; a client that stalls in the middle of a request is cut off after it.
        using var grace = new CancellationTokenSource(Grace);
        await _server.StopAsync(grace.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private static KestrelServerOptions KestrelOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };

        // The emulator counts for itself: it answers 413 with the envelope, where Kestrel would cut the connection under a client still writing.
        options.Limits.MaxRequestBodySize = null;

        // A test stopped at a breakpoint is slow, not hostile.
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;

        options.Listen(IPAddress.Loopback, port: 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        return options;
    }
}
