using Trackly.Sdk.Testing;

namespace MultiAccount;

/// <summary>Starts an emulator for an account that is not configured.</summary>
internal static class Demo
{
    public static async Task<TracklyEmulator> EmulateAsync(IConfiguration configuration, string account, string listNumber, int seed)
    {
        var emulator = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { ApiKey = $"trk_{account}", ListNumber = listNumber, Seed = seed });
        configuration[$"Trackly:{account}:ApiKey"] = emulator.ApiKey;
        configuration[$"Trackly:{account}:BaseAddress"] = emulator.BaseAddress.AbsoluteUri;
        configuration[$"ListNumbers:{account}"] = emulator.ListNumber;
        return emulator;
    }
}
