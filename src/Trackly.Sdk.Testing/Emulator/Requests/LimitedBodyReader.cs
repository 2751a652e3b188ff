using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Reads a request body of at most 5 MB.</summary>
internal static class LimitedBodyReader
{
    // The documentation says 5 MB and not which kind. The emulator's choice: mebibytes.
    private const int MaxBytes = 5 * 1024 * 1024;

    /// <returns>The body, or null when it is too large.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
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
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return body.ToArray();
    }
}
