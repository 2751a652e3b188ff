using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>No answer, but a reset of the connection: the client's socket fails, where an ordinary close would only end.</summary>
internal sealed record ConnectionReset : Answer
{
    public override Task SendAsync(HttpContext context, CancellationToken closing)
    {
        // Abort alone says goodbye first on some versions of the server; a socket closed without lingering sends RST.
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        context.Abort();
        return Task.CompletedTask;
    }
}
