namespace FaultLab;

/// <summary>How much of a request the lab takes in before it acts.</summary>
public enum LabReading
{
    /// <summary>The request has begun to arrive and is left lying in the socket.</summary>
    Nothing,

    /// <summary>The head, up to its blank line.</summary>
    Head,

    /// <summary>The head and at least one byte of the body, never counted as a whole one.</summary>
    PartOfBody,

    /// <summary>Head and body, the only reading that counts as a message received.</summary>
    WholeBody,
}
