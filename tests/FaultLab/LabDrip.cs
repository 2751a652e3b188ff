namespace FaultLab;

/// <summary>From where on an answer comes one byte a second by the lab's clock.</summary>
public enum LabDrip
{
    Never,
    FromHead,
    FromBody,
}
