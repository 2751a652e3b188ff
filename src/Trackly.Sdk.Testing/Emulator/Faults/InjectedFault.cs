namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>What goes wrong, for which requests, and how often. The members mean what docs/emulator.md says of their namesakes in JSON.</summary>
internal sealed record InjectedFault(FaultKind Kind)
{
    /// <summary>As if there were no fault at all.</summary>
    public static InjectedFault None { get; } = new(FaultKind.Delay);

    public int? Status { get; init; }

    public string? Error { get; init; }

    public string? Code { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>How long nothing comes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long each byte of a slow body waits.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>For how many requests; null means every one.</summary>
    public int? Times { get; init; }

    /// <summary>A number, or a prefix that ends in an asterisk; null means any.</summary>
    public string? To { get; init; }

    /// <summary>A condition that a test wrote in code; null means none.</summary>
    public Func<EmulatedRequest, bool>? Condition { get; init; }

    /// <summary>What a message says that met this fault; null when nothing of it was to be noticed.</summary>
    public string? Trace => Kind is FaultKind.Delay && Delay == TimeSpan.Zero ? null : Kind.ToName();

    public bool Fits(EmulatedRequest request) => FitsNumber(request.To) && (Condition is null || Condition(request));

    private bool FitsNumber(string number) =>
        To is null || (To.EndsWith('*') ? number.StartsWith(To[..^1], StringComparison.Ordinal) : number == To);
}
