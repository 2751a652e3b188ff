namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>Whether a request may arrive more than once without harm.</summary>
internal enum RepeatSafety
{
    /// <summary>Each arrival sends a message, costs money or adds something.</summary>
    Unsafe,

    /// <summary>It reads, or leaves the same state however often it arrives: it may be repeated after a lost response in every mode.</summary>
    Safe,
}
