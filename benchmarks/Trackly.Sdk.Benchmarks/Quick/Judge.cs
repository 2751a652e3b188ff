namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Holds a row against its target.</summary>
internal static class Judge
{
    public static Verdict Of(Row row, Measurements floor)
    {
        if (row.Target is not { } target)
            return Verdict.None;
        var measured = row.Measured;
        return measured.Nanoseconds > floor.Nanoseconds * (target.Time ?? double.PositiveInfinity)
            || measured.Nanoseconds > floor.Nanoseconds + ((target.MicrosecondsBeyond * 1000) ?? double.PositiveInfinity)
            || WholeBytes(measured) > WholeBytes(floor) * (target.Bytes ?? double.PositiveInfinity)
            ? Verdict.Missed
            : Verdict.Ok;
    }

    /// <summary>Bytes come in whole objects; what is left of them is the clock and the pools.</summary>
    private static double WholeBytes(Measurements measured) => Math.Round(measured.Bytes);
}
