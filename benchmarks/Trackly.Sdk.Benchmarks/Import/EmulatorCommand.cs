using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary><c>--emulator</c>: an emulator that fails one call of a hundred, until its input is closed.</summary>
internal static class EmulatorCommand
{
    public const string Name = "--emulator";

    public const int FaultPercent = 1;

    private const int Every = 100 / FaultPercent;

    public static async Task<int> RunAsync()
    {
        var calls = 0;
        await using var emulator = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { ApiKey = Account.ApiKey });
        emulator.WhenCalled(_ => Interlocked.Increment(ref calls) % Every == Every / 2).RespondsWith(HttpStatusCode.ServiceUnavailable);
        Console.WriteLine(emulator.BaseAddress);
        Console.WriteLine(emulator.ListNumber);
        await Console.In.ReadToEndAsync();
        return ExitCode.Ok;
    }
}
