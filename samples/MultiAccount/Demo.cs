using Trackly.Sdk.Testing;

namespace MultiAccount;

/// <summary>Plays an account when none is configured.</summary>
internal static class Demo
{
    public static async Task<TracklyEmulator> EmulateAsync(IConfigurationSection account, string apiKey, string listNumber, int seed)
    {
        var emulator = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { ApiKey = apiKey, ListNumber = listNumber, Seed = seed });
        account["ApiKey"] = emulator.ApiKey;
        account["BaseAddress"] = emulator.BaseAddress.AbsoluteUri;
        account["ListNumber"] = emulator.ListNumber;
        return emulator;
    }
}
