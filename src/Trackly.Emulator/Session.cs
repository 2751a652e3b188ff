using System.Net.Sockets;
using System.Runtime.InteropServices;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>One run of the tool, from its start to a signal.</summary>
internal static class Session
{
    private const int Failed = 1;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        try
        {
            var faults = settings.Faults is { } file ? await ReadAsync(file).ConfigureAwait(false) : null;
            var printer = new Printer(settings);
            var emulator = await StartAsync(settings, printer).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                if (faults is not null)
                    Script(emulator, faults, settings.Faults!);
                var printing = Task.Run(() => printer.RunAsync(emulator));
                if (settings.Open && !Browser.TryOpen(emulator.InboxAddress))
                    await Console.Error.WriteLineAsync($"--open: no browser can be opened here. The inbox is at {emulator.InboxAddress}").ConfigureAwait(false);
                await stop.Task.ConfigureAwait(false);
                await emulator.DisposeAsync().ConfigureAwait(false);
                await printer.EndAsync(printing, emulator.QueuedMessages).ConfigureAwait(false);
            }

            return 0;
        }
        catch (UserException exception)
        {
            await Console.Error.WriteLineAsync($"trackly-emulator: {exception.Message}").ConfigureAwait(false);
            return Failed;
        }
    }

    private static async Task<string> ReadAsync(FileInfo file)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--faults: {file} cannot be read. {exception.Message}");
        }
    }

    private static void Script(TracklyEmulator emulator, string faults, FileInfo file)
    {
        try
        {
            emulator.ReplaceFaults(faults);
        }
        catch (FormatException exception)
        {
            throw new UserException($"{file}: {exception.Message}");
        }
    }

    private static async Task<TracklyEmulator> StartAsync(Settings settings, Printer printer)
    {
        var options = new TracklyEmulatorOptions
        {
            ApiKey = settings.Key,
            Seed = settings.Seed,
            MaxMessages = settings.MaxMessages,
            MaxBytes = settings.MaxBytes,
            Address = settings.Address,
            Port = settings.Port,
            StoreFile = settings.Store?.FullName,
            OnStoreRepaired = static repair => Console.Error.WriteLine($"--store: {repair}"),
            OnRequest = printer.Add,
            OnWebhook = printer.Add,
            OnFailure = printer.Add,
        };
        foreach (var name in settings.AllowedHosts)
            options.AllowedHosts.Add(name);

        TracklyEmulator emulator;
        try
        {
            emulator = await TracklyEmulator.StartAsync(options).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new UserException($"--store: {exception.Message}");
        }
        catch (IOException)
        {
            throw new UserException($"Port {settings.Port} is in use. Choose another one with --port, or any free port with --port 0.");
        }
        catch (SocketException exception)
        {
            throw new UserException($"The emulator cannot listen on port {settings.Port} of {settings.Address}: {exception.Message}. See --host and --port.");
        }

        foreach (var list in ListSetting.Defaults)
            emulator.Account.RemoveList(list.Number);
        foreach (var list in settings.Lists)
            emulator.Account.AddList(list.Number, list.Status);
        emulator.Account.Delivery.WebhookAddress = settings.Webhook;
        return emulator;
    }
}
