namespace Trackly.Emulator;

/// <summary>Something that whoever typed the command can mend. The message is all that is shown.</summary>
internal sealed class UserException(string message) : Exception(message);
