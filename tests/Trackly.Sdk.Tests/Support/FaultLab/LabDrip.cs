namespace Trackly.Sdk.Tests.Support.FaultLab;

/// <summary>From where on an answer comes one byte a second by the lab's clock.</summary>
internal enum LabDrip
{
    Never,
    FromHead,
    FromBody,
}
