namespace FaultLab;

/// <summary>The connection fails and no answer comes, or it comes too late, or the connection fails the next request.</summary>
public static class ConnectionFaults
{
    /// <summary>Nobody listens: the port is held, so that no other process can open it. Stands alone in a script.</summary>
    public static Fault Refused { get; } = new() { Reads = LabReading.Nothing };

    public static Fault CloseBeforeReading { get; } = new() { Reads = LabReading.Nothing, Ends = LabEnding.Close };
    public static Fault ResetBeforeReading { get; } = new() { Reads = LabReading.Nothing, Ends = LabEnding.Reset };
    public static Fault NeverRead { get; } = new() { Reads = LabReading.Nothing, Ends = LabEnding.Hang };

    public static Fault CloseAfterHead { get; } = new() { Reads = LabReading.Head, Ends = LabEnding.Close };
    public static Fault ResetAfterHead { get; } = new() { Reads = LabReading.Head, Ends = LabEnding.Reset };
    public static Fault HangAfterHead { get; } = new() { Reads = LabReading.Head, Ends = LabEnding.Hang };

    public static Fault CloseInBody { get; } = new() { Reads = LabReading.PartOfBody, Ends = LabEnding.Close };
    public static Fault ResetInBody { get; } = new() { Reads = LabReading.PartOfBody, Ends = LabEnding.Reset };
    public static Fault HangInBody { get; } = new() { Reads = LabReading.PartOfBody, Ends = LabEnding.Hang };

    public static Fault CloseAfterBody { get; } = new() { Ends = LabEnding.Close };
    public static Fault ResetAfterBody { get; } = new() { Ends = LabEnding.Reset };
    public static Fault HangAfterBody { get; } = new() { Ends = LabEnding.Hang };

    /// <summary>The good answer, held until released (then it is Accepted) or until the client is gone (then it goes nowhere).</summary>
    public static Fault LateAnswer { get; } = new() { Answer = LabAnswer.Accepted with { IsLate = true }, Ends = LabEnding.Close };

    /// <summary>Accepts, then resets the pooled connection as the next request begins to arrive; that request takes no fault of the script.</summary>
    public static Fault ResetOnReuse { get; } = new() { Answer = LabAnswer.Accepted, Ends = LabEnding.ResetOnReuse };

    /// <summary>Accepts, then closes the pooled connection while it is idle.</summary>
    public static Fault CloseWhenIdle { get; } = new() { Answer = LabAnswer.Accepted, Ends = LabEnding.CloseWhenIdle };
}
