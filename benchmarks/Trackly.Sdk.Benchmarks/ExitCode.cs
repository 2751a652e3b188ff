namespace Trackly.Sdk.Benchmarks;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Missed = 1;
    public const int TooNoisy = 2;
    public const int Usage = 64;
    public const int Failed = 70;

    /// <summary>Returns the worse of two codes. A missed target is worse than a noisy one.</summary>
    public static int Worst(int one, int other) => (one, other) is (Missed, TooNoisy) or (TooNoisy, Missed) ? Missed : Math.Max(one, other);

    public static string GetLabel(int code) => code switch { Ok => "ok", Missed => "MISSED", _ => "too close to tell" };

    public static string GetSummary(int code) => code switch
    {
        Ok => "Every target is met.",
        Missed => "A target is MISSED.",
        TooNoisy => "Too noisy or too close to decide. Run it again with nothing else running on the machine.",
        _ => "A measurement failed.",
    };
}
