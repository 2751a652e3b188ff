using System.Threading.Channels;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>Prints requests, webhooks and failures of the emulator in the background, so that a console that blocks does not delay a response.</summary>
internal sealed class Printer(Settings settings)
{
    private const int MaxLines = 10_000;
    private static readonly TimeSpan MaxWriteTime = TimeSpan.FromSeconds(2);

    private readonly Channel<Func<TracklyEmulator, string>> _lines =
        Channel.CreateBounded<Func<TracklyEmulator, string>>(new BoundedChannelOptions(MaxLines) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(EmulatedExchange exchange) => _lines.Writer.TryWrite(emulator =>
    {
        var message = exchange.QueuedCount == 1 ? emulator.Messages.LastOrDefault(message => message.MessageId == exchange.MessageId) : null;
        return settings.Json ? JsonLine.Format(exchange, message, settings.ShowTexts) : RequestLine.Format(exchange, message, settings.ShowTexts);
    });

    public void Add(EmulatedWebhook webhook) => _lines.Writer.TryWrite(_ => settings.Json ? JsonLine.Format(webhook) : RequestLine.Format(webhook));

    public void Add(EmulatorFailure failure) => _lines.Writer.TryWrite(_ => settings.Json ? JsonLine.Format(failure) : RequestLine.Format(failure));

    public async Task RunAsync(TracklyEmulator emulator)
    {
        Console.Out.WriteLine(settings.Json ? JsonLine.FormatStart(emulator, settings) : Greeting.Format(emulator, settings));
        var hasDropped = false;
        await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Console.Out.WriteLine(line(emulator));
            if (settings.Json || hasDropped || emulator.DroppedMessages == 0)
                continue;
            hasDropped = true;
            Console.Out.WriteLine("From now on the oldest messages are dropped. --max-messages and --max-bytes set how many are kept.");
        }
    }

    /// <summary>Prints what is left, and the end. A console that nobody reads blocks every writer: the process ends all the same.</summary>
    public async Task EndAsync(Task running, long queued)
    {
        _lines.Writer.Complete();
        try
        {
            await running.WaitAsync(MaxWriteTime, TimeProvider.System).ConfigureAwait(false);
            var end = settings.Json ? JsonLine.FormatEnd(queued) : $"Stopped. {(queued == 1 ? "1 message was" : $"{queued} messages were")} queued.";
            await Task.Run(() => Console.Out.WriteLine(end)).WaitAsync(MaxWriteTime, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nobody reads.
        }
    }
}
