namespace Trackly.Sdk.Benchmarks;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Missed = 1;
    public const int TooNoisy = 2;
    public const int Usage = 64;
    public const int BrokeOff = 70;

    /// <summary>What counts of two: a miss, over a noise that might hide one.</summary>
    public static int Worse(int one, int other) => (one, other) is (Missed, TooNoisy) or (TooNoisy, Missed) ? Missed : Math.Max(one, other);

    public static string WordFor(int code) => code switch { Ok => "ok", Missed => "MISSED", _ => "too close to tell" };

    public static string SentenceFor(int code) => code switch
    {
        Ok => "Every target is met.",
        Missed => "A target is MISSED.",
        TooNoisy => "Too noisy or too close to judge. Run it again, with nothing else on the machine.",
        _ => "A measurement broke off.",
    };
}
