using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>Reads the messages of an earlier emulator from its file.</summary>
internal static class MessageFileReader
{
    private const string StartOfALine = "{\"sequence\":";

    // Reads each byte as a character, so that a line that was cut off in the middle of a character is moved unchanged.
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <summary>Restores the messages of the file. It may be missing, and its last line may be cut off because the process was killed while writing.</summary>
    /// <returns>A sentence about a last line that was cut off, or null when it is complete.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, or another line is invalid. The message has the number of the line and none of its content.</exception>
    public static string? Restore(string path, MessageStore store)
    {
        try
        {
            return File.Exists(path) ? RestoreLines(path, store) : null;
        }
        catch (Exception exception) when (MessageFile.IsFileError(exception))
        {
            throw new InvalidDataException($"{path} cannot be read. {exception.Message}");
        }
    }

    private static string? RestoreLines(string path, MessageStore store)
    {
        var isComplete = EndsWithALineBreak(path);
        using var lines = new StreamReader(path, Bytes, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (TryRestore(line, store))
                continue;
            if (isComplete || lines.Peek() >= 0 || !IsStartOfALine(line))
                throw new InvalidDataException($"Line {number} of {path} is not a line that an emulator of this version wrote. Choose another file, or remove the line.");
            KeepCutLine(path, line);
            return $"Line {number} of {path}, the last one, was cut off, probably because the emulator was killed while writing. "
                + $"It was moved to {path}.cut. All earlier lines were read.";
        }

        return null;
    }

    /// <summary>Keeps the line in a file that nobody can read who cannot read the store.</summary>
    private static void KeepCutLine(string path, string line)
    {
        using var file = new FileStream($"{path}.cut", FileMode.Append, FileAccess.Write);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(path));
        file.Write(Bytes.GetBytes(line + '\n'));
    }

    private static bool EndsWithALineBreak(string path)
    {
        using var file = File.OpenRead(path);
        return file.Length == 0 || (file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() == '\n');
    }

    private static bool IsStartOfALine(string text) =>
        text.StartsWith(StartOfALine, StringComparison.Ordinal) || StartOfALine.StartsWith(text, StringComparison.Ordinal);

    private static bool TryRestore(string text, MessageStore store)
    {
        StoredLine? line;
        try
        {
            line = JsonSerializer.Deserialize(Bytes.GetBytes(text), StoreJsonContext.Default.StoredLine);
        }
        catch (JsonException)
        {
            return false;
        }

        if (line is null)
            return false;
        if (line.Request is not null)
            return TryAdd(line, store);
        if (line.Sequence > 0)
            store.Update(line.Sequence, line.Status ?? "queued", line.StatusDetail);
        else if (line.Reset)
            store.Reset(seed: null);
        else
            store.Clear(line.Queued);
        return true;
    }

    private static bool TryAdd(StoredLine line, MessageStore store)
    {
        if (line is not { MessageId: { } id, ReceivedAt: { } receivedAt, Account: { } account, Status: { } status } || line.Sequence < 1)
            return false;
        if (StrictJsonParser.Parse(Encoding.UTF8.GetBytes(line.Request!), out _) is not { } json || RequestRules.Check(json) is not null)
            return false;
        var fault = line.Fault is null ? EmulatedFault.None : EmulatedFaultNames.Parse(line.Fault);
        if (fault is null)
            return false;
        var state = new StoredState(line.Sequence, id, receivedAt, status, line.StatusDetail, fault.Value, line.Notes ?? []);
        store.Restore(RequestParser.Parse(json, account, new HeaderDictionary()), state);
        return true;
    }
}
