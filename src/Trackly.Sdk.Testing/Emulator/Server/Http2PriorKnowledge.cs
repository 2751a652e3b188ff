using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Trackly.Sdk.Testing.Emulator.Server;

/// <summary>Accepts HTTP/2 without TLS on a port that also serves HTTP/1.1, when the first bytes of a connection are those of HTTP/2.</summary>
/// <remarks>
/// Without TLS, Kestrel uses HTTP/1.1 on such a port. It uses HTTP/2 when the features of the connection say that TLS negotiated it.
/// </remarks>
internal static class Http2PriorKnowledge
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n"u8;

    public static async Task DetectAsync(ConnectionContext connection, Func<Task> next)
    {
        if (await StartsWithPrefaceAsync(connection.Transport.Input, connection.ConnectionClosed).ConfigureAwait(false))
        {
            var negotiated = new NegotiatedHttp2();
            connection.Features.Set<ITlsConnectionFeature>(negotiated);
            connection.Features.Set<ITlsApplicationProtocolFeature>(negotiated);
        }

        await next().ConfigureAwait(false);
    }

    private static async Task<bool> StartsWithPrefaceAsync(PipeReader input, CancellationToken closed)
    {
        while (true)
        {
            var read = await input.ReadAsync(closed).ConfigureAwait(false);
            var isPossible = IsPossible(read.Buffer);
            var isDecided = !isPossible || read.IsCompleted || read.Buffer.Length >= Preface.Length;

            // Nothing is consumed: Kestrel reads the same bytes again.
            input.AdvanceTo(read.Buffer.Start, isDecided ? read.Buffer.Start : read.Buffer.End);
            if (isDecided)
                return isPossible && !read.IsCompleted;
        }
    }

    private static bool IsPossible(ReadOnlySequence<byte> buffer)
    {
        Span<byte> start = stackalloc byte[(int)Math.Min(buffer.Length, Preface.Length)];
        buffer.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual(Preface[..start.Length]);
    }
}
