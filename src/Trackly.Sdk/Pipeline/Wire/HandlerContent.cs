using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>The body as the host's own handlers see it: they may read it as often as they like, even after the call has ended.</summary>
internal sealed class HandlerContent : ByteArrayContent
{
    public const string MediaType = "application/json";

    public HandlerContent(byte[] body)
        : base(body) => Headers.TryAddWithoutValidation("Content-Type", MediaType);

    /// <summary>Copies the headers of another content as they are.</summary>
    public static void CopyHeaders(HttpContentHeaders from, HttpContentHeaders to)
    {
#if NET
        foreach (var header in from.NonValidated)
            to.TryAddWithoutValidation(header.Key, header.Value.ToString());
#else
        foreach (var header in from)
            to.TryAddWithoutValidation(header.Key, header.Value);
#endif
    }
}
