namespace Trackly.Sdk;

/// <summary>Thrown when a key was used before for another request. The call sent nothing.</summary>
public sealed class SendOnceConflictException : InvalidOperationException
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="key">The key.</param>
    public SendOnceConflictException(string key)
        : base("The key was used before for another request, and nothing was sent. Give each message its own key, also a corrected one.") => Key = key;

    /// <summary>Gets the key. It is not in the message, because it may hold private data.</summary>
    public string Key { get; }
}
