namespace Trackly.Sdk.Benchmarks;

/// <summary>How the program ends. Of several, the highest counts.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Missed = 1;
    public const int TooNoisy = 2;
    public const int Usage = 64;
    public const int BrokeOff = 70;

    public static string WordFor(int code) => code switch { Ok => "ok", Missed => "MISSED", _ => "too noisy" };

    public static string SentenceFor(int code) => code switch
    {
        Ok => "Every target is met.",
        Missed => "A target is MISSED.",
        TooNoisy => "Too noisy to judge: something else keeps the machine busy. Run it again.",
        _ => "A measurement broke off.",
    };
}
