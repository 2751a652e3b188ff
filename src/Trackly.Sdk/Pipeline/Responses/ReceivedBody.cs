namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>What has arrived of a response body. Immutable, so that a reader never sees the bytes of one moment with the error of another.</summary>
internal sealed class ReceivedBody(byte[] bytes, Exception? exception)
{
    /// <summary>The body of a response whose head alone has arrived.</summary>
    public static readonly ReceivedBody Nothing = new([], new EndOfStreamException("The response was not read to its end."));

    /// <summary>Gets the body, or its start when <see cref="Exception"/> says that it is not whole.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Gets why the body is not whole. Null when it is.</summary>
    public Exception? Exception => exception;
}
