using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Server-sent events: each message as it comes, that all were forgotten, and the faults whenever they change.</summary>
/// <remarks>
/// Nothing is kept for a reader: it is told what the shelf has beyond the last message it was told of. Whoever reads nothing at all for long is cut off.
/// </remarks>
internal sealed record EventStream(Parts Parts) : Answer
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var events = new EventWriter(context.Response, ControlApi.Api(context.Request), Parts.Clock, over.Token);
        var (shelf, version) = (Parts.Outbox.Shelf, Parts.Faults.Version);
        var (last, clears) = (LastSeen(context.Request, shelf), shelf.Clears);
        await events.BeginAsync().ConfigureAwait(false);
        while (true)
        {
            // The bell first, so that it rings for whatever comes after the look at the shelf.
            var rung = Parts.Bell.Next;
            shelf = Parts.Outbox.Shelf;
            if (clears != shelf.Clears)
                await events.ClearedAsync().ConfigureAwait(false);
            clears = shelf.Clears;

            for (var index = shelf.IndexAfter(last); index < shelf.Messages.Count; index++)
            {
                last = shelf.Messages[index].Sequence;
                await events.MessageAsync(shelf.Messages[index]).ConfigureAwait(false);
            }

            if (version != Parts.Faults.Version)
            {
                version = Parts.Faults.Version;
                await events.FaultsAsync(Parts.Faults.Lines).ConfigureAwait(false);
            }

            if (!await RingsInTimeAsync(rung, over.Token).ConfigureAwait(false))
                await events.KeepAliveAsync().ConfigureAwait(false);
        }
    }

    // A reader that knows a later message than there is comes from another emulator, and has seen none of this one.
    private static long LastSeen(HttpRequest request, Shelf shelf) =>
        !long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? shelf.Queued
        : last > shelf.Queued ? 0
        : last;

    private async Task<bool> RingsInTimeAsync(Task rung, CancellationToken cancellationToken)
    {
        try
        {
            await rung.WaitAsync(KeepAlive, Parts.Clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
