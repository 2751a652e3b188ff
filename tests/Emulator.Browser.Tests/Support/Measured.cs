namespace Emulator.Browser.Tests.Support;

/// <summary>Numbers that a reader of the run wants to see; .ci/browser names the file and prints it.</summary>
internal static class Measured
{
    public static void Add(string what, TimeSpan time)
    {
        var line = FormattableString.Invariant($"{what}: {time.TotalMilliseconds:0} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("TRACKLY_MEASURED") is { Length: > 0 } file)
            File.AppendAllText(file, line + "\n");
    }
}
