namespace Trackly.Emulator;

/// <summary>An error that the user of the command can fix. Only its message is printed.</summary>
internal sealed class UserException(string message) : Exception(message);
