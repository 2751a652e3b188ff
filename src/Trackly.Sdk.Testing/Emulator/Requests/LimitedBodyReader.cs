using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Reads a request body of at most 5 MB.</summary>
internal static class LimitedBodyReader
{
    // The documentation says 5 MB and not which kind. The emulator's choice: mebibytes.
    private const int MaxBytes = 5 * 1024 * 1024;

    // Whether the API accepts a byte order mark is not documented. The emulator's choice: it is skipped.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The body without a byte order mark, or null when it is too large.</returns>
    /// <exception cref="OperationCanceledException">The client disconnected.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;

        using var body = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                if (body.Length + count > MaxBytes)
                    return null;

                body.Write(chunk, 0, count);
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new OperationCanceledException("The client disconnected.", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        var bytes = body.ToArray();
        return bytes.AsMemory(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
    }
}
