using Trackly.Sdk.Testing;

namespace Durable;

/// <summary>The API and its workers on this machine, and an emulator unless there is a key or an emulator already.</summary>
internal static class Everything
{
    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var emulator = settings.Emulator is null && Settings.ApiKey is null
            ? await TracklyEmulator.StartAsync(cancellationToken: cancellationToken)
            : null;
        if (emulator is not null)
            Console.WriteLine($"Messages go to the emulator; read them at {emulator.InboxAddress}");
        settings = settings with { Emulator = emulator?.BaseAddress ?? settings.Emulator };
        using var workers = new Workers(settings);
        await OrdersApi.RunAsync(settings, cancellationToken);
    }
}
