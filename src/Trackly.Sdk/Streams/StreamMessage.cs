namespace Trackly.Sdk.Streams;

/// <summary>A message that was taken from the source of a stream.</summary>
internal readonly record struct StreamMessage(long Index, SendRequest Request)
{
    /// <summary>Returns the name of the type alone.</summary>
    public override string ToString() => nameof(StreamMessage);
}
