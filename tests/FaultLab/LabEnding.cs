namespace FaultLab;

/// <summary>What becomes of the connection once the fault has said all it says.</summary>
public enum LabEnding
{
    /// <summary>The connection waits for the next request.</summary>
    KeepAlive,

    /// <summary>The lab sends its FIN, then reads on without counting, so that a late write of the client's meets no reset.</summary>
    Close,

    /// <summary>The connection is reset (RST).</summary>
    Reset,

    /// <summary>Nothing more is sent, and the connection stays open.</summary>
    Hang,

    /// <summary>The connection is promised to stay open, and is closed as soon as the answer is out.</summary>
    CloseWhenIdle,

    /// <summary>The connection stays open, and is reset when the first byte of the next request has arrived, none of it read.</summary>
    ResetOnReuse,
}
