namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Writes down each change of the messages, in their order.</summary>
internal interface IMessageJournal
{
    void Add(EmulatedMessage message);

    /// <summary>The status of a message changed.</summary>
    void Change(EmulatedMessage message);

    /// <param name="isReset">Whether the numbers start again.</param>
    void Clear(bool isReset);
}
