namespace FaultLab;

/// <summary>What an answer may need to know of the moment in which it is given.</summary>
public sealed record LabOccasion(string MessageId, Uri Elsewhere, bool Closes);
