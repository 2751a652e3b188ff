using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>Appends each change of the messages to a file. The store calls it under its lock, so the lines have the order of the changes.</summary>
internal sealed class MessageFile : IMessageJournal, IDisposable
{
    private const int LinesPerMessage = 4;

    private readonly FileStream _stream;
    private readonly int _maxLines;
    private readonly Func<IReadOnlyList<EmulatedMessage>> _findKept;
    private int _lines;

    /// <param name="stream">The file, which is written anew.</param>
    /// <param name="maxMessages">How many messages are kept, after which the size of the file is reckoned.</param>
    /// <param name="findKept">Returns the messages that are kept.</param>
    public MessageFile(FileStream stream, int maxMessages, Func<IReadOnlyList<EmulatedMessage>> findKept)
    {
        (_stream, _findKept) = (stream, findKept);
        _maxLines = (int)Math.Min(int.MaxValue, (long)maxMessages * LinesPerMessage);
        WriteAnew();
    }

    public void Add(EmulatedMessage message) => Append(ToLine(message));

    public void Change(EmulatedMessage message) =>
        Append(new StoredLine { Sequence = message.Sequence, Status = message.Status, StatusDetail = message.StatusDetail });

    public void Clear(bool isReset) => Append(new StoredLine { Sequence = 0, Reset = isReset });

    public void Dispose() => _stream.Dispose();

    private void Append(StoredLine line)
    {
        Write(line);
        if (++_lines > _maxLines)
            WriteAnew();
        _stream.Flush();
    }

    // Dropped messages and old statuses are left out, so that the file does not grow for ever.
    private void WriteAnew()
    {
        _stream.SetLength(0);
        var kept = _findKept();
        foreach (var message in kept)
            Write(ToLine(message));
        _lines = 0;
        _stream.Flush();
    }

    private void Write(StoredLine line)
    {
        JsonSerializer.Serialize(_stream, line, StoreJsonContext.Default.StoredLine);
        _stream.WriteByte((byte)'\n');
    }

    private static StoredLine ToLine(EmulatedMessage message) => new()
    {
        Sequence = message.Sequence,
        MessageId = message.MessageId,
        ReceivedAt = message.ReceivedAt,
        Account = message.Account,
        Status = message.Status,
        StatusDetail = message.StatusDetail,
        Fault = message.Fault.ToName(),
        Notes = message.Notes.Count == 0 ? null : message.Notes,
        Request = message.RawJson,
    };
}
