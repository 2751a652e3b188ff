namespace FaultLab;

/// <summary>No response, a late response, or a connection that fails the next request.</summary>
public static class ConnectionFaults
{
    /// <summary>Nothing listens: the port is reserved, so that no other process can open it. Must be the only fault of a script.</summary>
    public static Fault Refused { get; } = new() { Reads = RequestPart.None };

#if NET
    /// <summary>For a client that uses https: the server has a self-signed certificate.</summary>
    public static Fault UntrustedCertificate { get; } = new() { Reads = RequestPart.None, End = ConnectionEnd.TlsHandshake };
#endif

    public static Fault CloseBeforeReading { get; } = new() { Reads = RequestPart.None, End = ConnectionEnd.Close };
    public static Fault ResetBeforeReading { get; } = new() { Reads = RequestPart.None, End = ConnectionEnd.Reset };
    public static Fault NeverRead { get; } = new() { Reads = RequestPart.None, End = ConnectionEnd.Hang };

    public static Fault CloseAfterHead { get; } = new() { Reads = RequestPart.Head, End = ConnectionEnd.Close };
    public static Fault ResetAfterHead { get; } = new() { Reads = RequestPart.Head, End = ConnectionEnd.Reset };
    public static Fault HangAfterHead { get; } = new() { Reads = RequestPart.Head, End = ConnectionEnd.Hang };

    public static Fault CloseInBody { get; } = new() { Reads = RequestPart.PartOfBody, End = ConnectionEnd.Close };
    public static Fault ResetInBody { get; } = new() { Reads = RequestPart.PartOfBody, End = ConnectionEnd.Reset };
    public static Fault HangInBody { get; } = new() { Reads = RequestPart.PartOfBody, End = ConnectionEnd.Hang };

    public static Fault CloseAfterBody { get; } = new() { End = ConnectionEnd.Close };
    public static Fault ResetAfterBody { get; } = new() { End = ConnectionEnd.Reset };
    public static Fault HangAfterBody { get; } = new() { End = ConnectionEnd.Hang };

    /// <summary>The normal response, held until it is released (then it is accepted) or the client has left (then it is never sent).</summary>
    public static Fault LateResponse { get; } = new() { Response = ScriptedResponse.Accepted with { IsLate = true }, End = ConnectionEnd.Close };

    /// <summary>Accepts, then resets the pooled connection when the next request starts to arrive; that request takes no fault from the script.</summary>
    public static Fault ResetOnReuse { get; } = new() { Response = ScriptedResponse.Accepted, End = ConnectionEnd.ResetOnReuse };

    /// <summary>Accepts, then closes the pooled connection while it is idle.</summary>
    public static Fault CloseWhenIdle { get; } = new() { Response = ScriptedResponse.Accepted, End = ConnectionEnd.CloseWhenIdle };
}
