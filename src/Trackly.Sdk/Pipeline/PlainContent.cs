using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline;

/// <summary>The body as handlers before a guard see it: theirs to read as often as they like, even when the call is over.</summary>
internal sealed class PlainContent : ByteArrayContent
{
    public PlainContent(BorrowedBytes body)
        : base(body.Span.ToArray()) => Headers.TryAddWithoutValidation("Content-Type", AttemptContent.MediaType);

    /// <summary>Takes over the headers of another content as they are.</summary>
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
