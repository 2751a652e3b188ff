using System.Net.Sockets;
using System.Runtime.InteropServices;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>One run of the tool, from its start to a signal.</summary>
internal static class Session
{
    private const int Failed = 1;
    private static readonly TimeSpan MaxWriteTime = TimeSpan.FromSeconds(2);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        try
        {
            var faults = settings.Faults is { } file ? await ReadAsync(file).ConfigureAwait(false) : null;
            var emulator = await StartAsync(settings).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                if (faults is not null)
                    Script(emulator, faults, settings.Faults!);
                Console.Out.WriteLine(Greeting.Format(emulator, settings));
                var printing = PrintMessagesAsync(emulator, settings.ShowTexts);
                await stop.Task.ConfigureAwait(false);
                await emulator.DisposeAsync().ConfigureAwait(false);
                await PrintEndAsync(printing, emulator.QueuedMessages).ConfigureAwait(false);
            }

            return 0;
        }
        catch (UserException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
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

    private static async Task<TracklyEmulator> StartAsync(Settings settings)
    {
        var options = new TracklyEmulatorOptions
        {
            ApiKey = settings.Key,
            Seed = settings.Seed,
            MaxMessages = settings.MaxMessages,
            MaxBytes = settings.MaxBytes,
            Address = settings.Address,
            Port = settings.Port,
        };
        foreach (var name in settings.AllowedHosts)
            options.AllowedHosts.Add(name);

        TracklyEmulator emulator;
        try
        {
            emulator = await TracklyEmulator.StartAsync(options).ConfigureAwait(false);
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
        return emulator;
    }

    // A console that nobody reads blocks every writer. The process ends all the same.
    private static async Task PrintEndAsync(Task printing, long queued)
    {
        try
        {
            await printing.WaitAsync(MaxWriteTime, TimeProvider.System).ConfigureAwait(false);
            var end = $"Stopped. {(queued == 1 ? "1 message was" : $"{queued} messages were")} queued.";
            await Task.Run(() => Console.Out.WriteLine(end)).WaitAsync(MaxWriteTime, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nobody reads.
        }
    }

    // Ends when the emulator is disposed, after the last message.
    private static async Task PrintMessagesAsync(TracklyEmulator emulator, bool showTexts)
    {
        var hasDropped = false;
        await foreach (var message in emulator.WatchAsync().ConfigureAwait(false))
        {
            Console.Out.WriteLine(MessageLine.Format(message, emulator.Account, showTexts));
            if (hasDropped || emulator.DroppedMessages == 0)
                continue;
            hasDropped = true;
            Console.Out.WriteLine("From now on the oldest messages are dropped. --max-messages and --max-bytes set how many are kept.");
        }
    }
}
