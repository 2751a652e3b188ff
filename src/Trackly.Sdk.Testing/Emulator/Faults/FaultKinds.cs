namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>The words of the control API for what goes wrong.</summary>
internal static class FaultKinds
{
    private static readonly Dictionary<FaultKind, string> Names = new()
    {
        [FaultKind.Status] = "status",
        [FaultKind.GatewayHtml] = "gateway_html",
        [FaultKind.Delay] = "delay",
        [FaultKind.AcceptThenReset] = "accept_then_reset",
        [FaultKind.Reset] = "reset",
        [FaultKind.Hang] = "hang",
        [FaultKind.SlowBody] = "slow_body",
    };

    public static string All { get; } = string.Join(", ", Names.Values);

    public static string ToName(this FaultKind kind) => Names[kind];

    public static FaultKind? Parse(string word) =>
        Names.Where(pair => pair.Value == word).Select(pair => (FaultKind?)pair.Key).FirstOrDefault();
}
