namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>The words that the control API has for the kinds of faults.</summary>
internal static class EmulatedFaultNames
{
    private static readonly Dictionary<EmulatedFault, string> ByKind = new()
    {
        [EmulatedFault.Status] = "status",
        [EmulatedFault.GatewayHtml] = "gateway_html",
        [EmulatedFault.Delay] = "delay",
        [EmulatedFault.AcceptThenReset] = "accept_then_reset",
        [EmulatedFault.Reset] = "reset",
        [EmulatedFault.Hang] = "hang",
        [EmulatedFault.SlowBody] = "slow_body",
    };

    public static IReadOnlyCollection<string> Names => ByKind.Values;

    public static string All { get; } = string.Join(", ", ByKind.Values);

    /// <returns>Null for <see cref="EmulatedFault.None"/>.</returns>
    public static string? ToName(this EmulatedFault kind) => ByKind.GetValueOrDefault(kind);

    /// <returns>Null when there is no such kind.</returns>
    public static EmulatedFault? Parse(string name) =>
        ByKind.Where(pair => pair.Value == name).Select(pair => (EmulatedFault?)pair.Key).FirstOrDefault();
}
