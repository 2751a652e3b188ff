namespace Trackly.Sdk.Contacts;

/// <summary>
/// The contacts of one bulk call, and those between them that are not sent. It is full at 1,000 contacts, the documented limit; the other limit, 5 MB, is then not reached,
/// because a contact has at most 4,000 bytes.
/// </summary>
internal sealed class ImportBatch
{
    public const int MaxContacts = 1_000;

    private readonly List<ImportItem> _items = [];
    private int _sendable;

    public IReadOnlyList<ImportItem> Items => _items;

    /// <summary>Gets or sets whether the source has no more.</summary>
    public bool IsLast { get; set; }

    /// <summary>Gets or sets what kept the source from going on: then nothing of the batch is sent. Null when nothing did.</summary>
    public Exception? Interruption { get; set; }

    /// <summary>Gets whether the batch has enough to send, or so many that are not sent that their results should not wait.</summary>
    public bool IsFull => _sendable == MaxContacts || _items.Count == 2 * MaxContacts;

    public void Add(ImportItem item)
    {
        _items.Add(item);
        if (item.Failure is null)
            _sendable++;
    }

    public byte[] ToJson()
    {
        using var stream = new MemoryStream(_items.Sum(static item => item.Json.Length + 1) + 16);
        var separator = "{\"contacts\":["u8.ToArray();
        foreach (var item in _items.Where(static item => item.Failure is null))
        {
            stream.Write(separator, 0, separator.Length);
            stream.Write(item.Json, 0, item.Json.Length);
            separator = ","u8.ToArray();
        }

        stream.WriteByte((byte)']');
        stream.WriteByte((byte)'}');
        return stream.ToArray();
    }
}
