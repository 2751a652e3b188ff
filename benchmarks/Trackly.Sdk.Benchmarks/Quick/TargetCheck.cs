namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Compares a row with its target.</summary>
internal static class TargetCheck
{
    public static TargetResult Check(Row row, Measurements floor)
    {
        if (row.Target is not { } target)
            return TargetResult.None;
        var measured = row.Measured;
        return measured.Nanoseconds > floor.Nanoseconds * (target.Time ?? double.PositiveInfinity)
            || measured.Nanoseconds > floor.Nanoseconds + ((target.ExtraMicroseconds * 1000) ?? double.PositiveInfinity)
            || RoundBytes(measured) > RoundBytes(floor) * (target.Bytes ?? double.PositiveInfinity)
            ? TargetResult.Missed
            : TargetResult.Ok;
    }

    /// <summary>Allocations are whole bytes; fractions come from timers and pools.</summary>
    private static double RoundBytes(Measurements measured) => Math.Round(measured.Bytes);
}
