#if NET
using System.Net;
using System.Net.Sockets;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Connects to a name with several addresses by the staggered race of RFC 8305: the next address starts when one has failed, or 250 ms after the one before; the first
/// connection wins. Without it a dead address costs as long as the operating system waits for it, which is longer than an attempt.
/// </summary>
/// <param name="resolveAsync">Resolves a name.</param>
/// <param name="connectAsync">Connects to one address.</param>
/// <param name="clock">Times the race.</param>
internal sealed class ConnectionRace(
    Func<string, CancellationToken, Task<IPAddress[]>> resolveAsync, Func<IPEndPoint, CancellationToken, Task<Stream>> connectAsync, TimeProvider clock)
{
    /// <summary>The delay that RFC 8305 recommends.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the race over the network.</summary>
    public static ConnectionRace Default { get; } = new(LoopbackAddress.ResolveAsync, ConnectSocketAsync, TimeProvider.System);

    /// <summary>Connects. Behind a proxy the end point is that of the proxy.</summary>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var waiting = new Queue<IPAddress>(Order(await resolveAsync(endPoint.Host, cancellationToken).ConfigureAwait(false)));
        using var race = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task<Stream>> running = [], failed = [];
        try
        {
            while (waiting.Count + running.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (waiting.TryDequeue(out var address))
                    running.Add(connectAsync(new IPEndPoint(address, endPoint.Port), race.Token));
                if (await WaitAsync(running, hasNext: waiting.Count > 0, race.Token).ConfigureAwait(false) is not { } ended)
                    continue;
                running.Remove(ended);
                if (ended.IsCompletedSuccessfully)
                    return await ended.ConfigureAwait(false);
                failed.Add(ended);
            }

            return failed.Count == 0 ? throw new SocketException((int)SocketError.HostNotFound) : await failed[^1].ConfigureAwait(false);
        }
        finally
        {
            await race.CancelAsync().ConfigureAwait(false);
            foreach (var loser in running.Concat(failed))
                _ = DiscardAsync(loser);
        }
    }

    /// <summary>Keeps the order of the operating system, but takes turns between IPv6 and IPv4, of which one may be broken as a whole.</summary>
    private static IEnumerable<IPAddress> Order(IPAddress[] addresses)
    {
        var preferred = Array.FindAll(addresses, address => address.AddressFamily == addresses[0].AddressFamily);
        var other = Array.FindAll(addresses, address => address.AddressFamily != addresses[0].AddressFamily);
        for (var turn = 0; turn < addresses.Length; turn++)
        {
            if (turn < preferred.Length)
                yield return preferred[turn];
            if (turn < other.Length)
                yield return other[turn];
        }
    }

    /// <summary>Returns the connection that has ended, or null when it is the next address's turn.</summary>
    private async Task<Task<Stream>?> WaitAsync(List<Task<Stream>> running, bool hasNext, CancellationToken cancellationToken)
    {
        var first = Task.WhenAny(running);
        if (hasNext)
            await Task.WhenAny(first, Task.Delay(Delay, clock, cancellationToken)).ConfigureAwait(false);
        return !hasNext || first.IsCompleted ? await first.ConfigureAwait(false) : null;
    }

    private static async Task<Stream> ConnectSocketAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Closes a connection that is not needed, or observes the exception of one that fails.</summary>
    private static async Task DiscardAsync(Task<Stream> loser)
    {
        try
        {
            var connection = await loser.ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It lost the race in any case.
        }
    }
}
#endif
