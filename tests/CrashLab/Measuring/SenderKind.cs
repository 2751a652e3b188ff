namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>How a message is sent.</summary>
internal enum SenderKind
{
    /// <summary>SendAsync of the client, without a database.</summary>
    Plain,

    /// <summary>A row is inserted, the message is sent, the row is updated.</summary>
    ByHand,

    /// <summary>SendAsync of send-once.</summary>
    Once,
}
