namespace FaultLab;

/// <summary>From which point a response is sent at one byte a second by the server's clock.</summary>
public enum Trickle
{
    None,
    FromHead,
    FromBody,
}
