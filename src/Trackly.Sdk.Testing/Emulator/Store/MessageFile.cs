using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>Appends each change of the messages to a file. The store calls it under its lock, so the lines have the order of the changes.</summary>
/// <remarks>
/// The file is only appended to. To remove what is no longer kept, a new file is written beside it and then renamed. A process that is killed leaves either the old
/// file or the new one, with at most one line cut off.
/// </remarks>
internal sealed class MessageFile : IMessageJournal, IDisposable
{
    private const int LinesPerMessage = 4;

    private readonly FileStream _lock;
    private readonly int _maxLines;
    private readonly Func<OutboxSnapshot> _getMessages;
    private FileStream? _stream;
    private int _lines;

    private MessageFile(string path, FileStream fileLock, int maxMessages, Func<OutboxSnapshot> getMessages)
    {
        (Path, _lock, _getMessages) = (path, fileLock, getMessages);
        _maxLines = (int)Math.Min(int.MaxValue, (long)maxMessages * LinesPerMessage);
    }

    /// <summary>Gets the path of the file, or of its target if the file is a link.</summary>
    public string Path { get; }

    /// <summary>Locks the file for this process, without changing it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="maxMessages">How many messages are kept. It limits the size of the file.</param>
    /// <param name="getMessages">Returns the messages that are kept.</param>
    /// <exception cref="InvalidDataException">Another process uses the file, or the folder does not exist or cannot be written.</exception>
    public static MessageFile Open(string path, int maxMessages, Func<OutboxSnapshot> getMessages)
    {
        try
        {
            path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
            var fileLock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return new MessageFile(path, fileLock, maxMessages, getMessages);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw new InvalidDataException($"{path} cannot be opened. {exception.Message}");
        }
    }

    /// <summary>Whether a file cannot be used. A file that is larger than its system permits is out of range.</summary>
    public static bool IsFileError(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException;

    /// <summary>Replaces the file with one that has only the messages that are kept.</summary>
    /// <exception cref="InvalidDataException">The file cannot be written, and was not changed.</exception>
    public void Start()
    {
        try
        {
            WriteAnew();
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw new InvalidDataException($"{Path} cannot be written, and was not changed. {exception.Message}");
        }
    }

    public void Add(EmulatedMessage message) => Append(StoredLine.Create(message));

    public void Change(EmulatedMessage message) =>
        Append(new StoredLine { Sequence = message.Sequence, Status = message.Status, StatusDetail = message.StatusDetail });

    public void Clear(bool isReset) => Append(new StoredLine { Sequence = 0, Reset = isReset });

    public void Dispose()
    {
        _stream?.Dispose();
        _lock.Dispose();
    }

    private void Append(StoredLine line)
    {
        _stream ??= OpenToAppend();
        var end = _stream.Length;
        try
        {
            Write(_stream, line);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            RemoveAfter(end);
            throw;
        }

        if (++_lines <= _maxLines)
            return;

        try
        {
            WriteAnew();
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            // The old file is complete. It only grows until the next attempt.
            _lines = 0;
        }
    }

    // Dropped messages and old statuses are left out, so that the file does not grow for ever.
    private void WriteAnew()
    {
        var beside = Path + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            if (!OperatingSystem.IsWindows() && File.Exists(Path))
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(Path));
            var snapshot = _getMessages();
            if (snapshot is { Messages.IsEmpty: true, Queued: > 0 })
                Write(stream, new StoredLine { Sequence = 0, Queued = snapshot.Queued });
            foreach (var message in snapshot.Messages)
                Write(stream, StoredLine.Create(message));
            stream.Flush(flushToDisk: true);
        }

        // Windows does not replace a file that is open.
        _stream?.Dispose();
        _stream = null;
        File.Move(beside, Path, overwrite: true);
        _lines = 0;
    }

    // Removes the part of a line that a failed write has left, for example on a full disk.
    private void RemoveAfter(long end)
    {
        try
        {
            _stream!.SetLength(end);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            // The next emulator moves an incomplete line to a file of its own.
        }
    }

    // Without a buffer, which would keep what cannot be written now, and write it later.
    private FileStream OpenToAppend() => new(Path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private static void Write(FileStream stream, StoredLine line) =>
        stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, StoreJsonContext.Default.StoredLine), (byte)'\n']);
}
