namespace Trackly.Sdk.Streams;

/// <summary>A message that was taken from the source of a stream.</summary>
internal readonly record struct StreamMessage(long Index, SendRequest Request)
{
    /// <summary>Gets when the list permitted the message to start, as a timestamp.</summary>
    public long ReadyAt { get; init; }

    /// <summary>Creates the message of a request as it is now: the source may reuse and change the request while its message waits.</summary>
    public static StreamMessage Create(long index, SendRequest request) => new(index, request with
    {
        ContactData = request.ContactData is { } contact ? contact with { CustomFields = Copy(contact.CustomFields) } : null,
        Metadata = Copy(request.Metadata),
    });

    /// <summary>Returns the name of the type alone.</summary>
    public override string ToString() => nameof(StreamMessage);

    private static Dictionary<string, object?>? Copy(Dictionary<string, object?>? values) => values is null ? null : new(values, values.Comparer);
}
