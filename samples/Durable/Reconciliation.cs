using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Durable;

/// <summary>What the table says beside what the emulator received.</summary>
internal sealed class Reconciliation(TracklyEmulator emulator, ITracklySendOnce sendOnce, int count, string unlucky)
{
    private IEnumerable<string> OrderIds => Enumerable.Range(1, count).Select(static number => $"A-{number}");

    /// <summary>Waits until every order has an outcome, and the killed worker's lease has ended.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        foreach (var id in OrderIds)
        {
            while (await sendOnce.FindAsync(Orders.GetKey(id),
                cancellationToken) is not { Outcome: SendOnceOutcome.Accepted or SendOnceOutcome.Unknown })
                await Task.Delay(200, cancellationToken);
        }
    }

    public async Task<int> PrintAsync(CancellationToken cancellationToken)
    {
        var (accepted, unknown) = (0, new List<string>());
        foreach (var id in OrderIds)
        {
            var entry = await sendOnce.FindAsync(Orders.GetKey(id), cancellationToken);
            if (entry is { Outcome: SendOnceOutcome.Accepted })
                accepted++;
            else
                unknown.Add(id);
        }

        var twice = emulator.Messages.GroupBy(static message => message.Metadata?.GetProperty("order").GetString()).Count(
            static group => group.Count() > 1);
        Console.WriteLine($"{count} orders: {accepted} accepted, {unknown.Count} unknown ({string.Join(", ", unknown)}).");
        Console.WriteLine($"The emulator queued {emulator.QueuedMessages} messages, {twice} orders twice.");
        foreach (var id in unknown)
            await ResolveAsync(id, cancellationToken);
        return twice == 0 && unknown.Contains(unlucky) && emulator.QueuedMessages <= count ? 0 : 1;
    }

    /// <summary>What a person does who looks for the message in the Trackly dashboard.</summary>
    private async Task ResolveAsync(string id, CancellationToken cancellationToken)
    {
        var message = emulator.Messages.SingleOrDefault(message => message.Metadata?.GetProperty("order").GetString() == id);
        var decision = message is null ? SendOnceOutcome.NotSent : SendOnceOutcome.Accepted;
        await sendOnce.ResolveAsync(Orders.GetKey(id), decision, message?.MessageId, cancellationToken);
        Console.WriteLine(message is null ? $"{id} is not found, and may be sent again." : $"{id} is found as {message.MessageId}, and resolved as accepted.");
    }
}
