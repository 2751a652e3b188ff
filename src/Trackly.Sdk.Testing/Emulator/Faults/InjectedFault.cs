namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>What goes wrong, for which requests, and how often. docs/emulator.md describes the members under their JSON names.</summary>
internal sealed record InjectedFault(EmulatedFault Kind)
{
    public static InjectedFault None { get; } = new(EmulatedFault.None);

    public int? Status { get; init; }

    public string? ErrorMessage { get; init; }

    public string? Code { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>How long to wait before the response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long to wait before each byte of a slow body.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether the message is queued. Null means what is usual for the kind.</summary>
    public bool? Queued { get; init; }

    /// <summary>The id of the message. Null means the next one.</summary>
    public string? MessageId { get; init; }

    /// <summary>The number of requests. Null means every one.</summary>
    public int? Times { get; init; }

    /// <summary>A phone number, or a prefix that ends in an asterisk. Null means any.</summary>
    public string? To { get; init; }

    /// <summary>A condition in the code of a test. Null means none.</summary>
    public Func<EmulatedRequest, bool>? Condition { get; init; }

    /// <summary>A condition for calls of contacts, lists and phones in the code of a test. The fault is then for no message. Null means none.</summary>
    public Func<ApiCall, bool>? CallCondition { get; init; }

    /// <summary>How many requests it is for, roughly: a smaller one is for fewer.</summary>
    public int Width => (Times is null ? 100 : 0) + (To is null ? 50 : To.EndsWith('*') ? 50 - To.Length : 0);

    public bool QueuesMessage => Queued ?? Kind is not (EmulatedFault.Status or EmulatedFault.GatewayHtml or EmulatedFault.Reset);

    /// <summary>What the message says about its fault: nothing when the sender could not notice any.</summary>
    public EmulatedFault Trace => Kind is EmulatedFault.Delay && Delay == TimeSpan.Zero ? EmulatedFault.None : Kind;

    public bool Matches(EmulatedRequest request) => CallCondition is null && MatchesNumber(request.To) && (Condition is null || Condition(request));

    /// <summary>Whether the fault is for a call that is no message: then nothing about messages may be asked for.</summary>
    public bool Matches(Func<ApiCall> getCall) => To is null && Condition is null && (CallCondition is null || CallCondition(getCall()));

    private bool MatchesNumber(string number) =>
        To is null || (To.EndsWith('*') ? number.StartsWith(To[..^1], StringComparison.Ordinal) : number == To);
}
