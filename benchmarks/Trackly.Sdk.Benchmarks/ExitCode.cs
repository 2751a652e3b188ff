namespace Trackly.Sdk.Benchmarks;

/// <summary>How the program ends. Of several, the highest counts.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Missed = 1;
    public const int TooNoisy = 2;
    public const int Usage = 64;

    public static string WordFor(int code) => code switch { Ok => "ok", Missed => "MISSED", _ => "too noisy" };
}
