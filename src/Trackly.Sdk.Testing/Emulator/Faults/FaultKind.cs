namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    Status,
    GatewayHtml,
    Delay,
    AcceptThenReset,
    Reset,
    Hang,
    SlowBody,
}
