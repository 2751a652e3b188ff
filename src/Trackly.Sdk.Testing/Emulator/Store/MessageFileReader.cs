using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>Reads the messages of an earlier emulator from its file.</summary>
internal static class MessageFileReader
{
    /// <summary>Opens the file for this process alone. It is created when it is missing.</summary>
    /// <exception cref="InvalidDataException">The file cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} cannot be opened. {exception.Message}");
        }
    }

    /// <summary>Restores what the file has. The last line may be cut off, as when the process was killed while it wrote.</summary>
    /// <exception cref="InvalidDataException">Another line is invalid. The message has its number and nothing of it.</exception>
    public static void Restore(FileStream stream, string path, MessageStore store)
    {
        var lines = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (!TryRestore(line, store) && lines.Peek() >= 0)
                throw new InvalidDataException($"Line {number} of {path} is not a line that an emulator of this version wrote. Choose another file, or remove the line.");
        }
    }

    private static bool TryRestore(string text, MessageStore store)
    {
        StoredLine? line;
        try
        {
            line = JsonSerializer.Deserialize(text, StoreJsonContext.Default.StoredLine);
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
            store.Clear();
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
