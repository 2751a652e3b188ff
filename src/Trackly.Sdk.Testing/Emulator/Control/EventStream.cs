using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Server-sent events: each message as it comes, that all were forgotten, and the faults whenever they change.</summary>
/// <remarks>
/// Nothing is kept for a reader: it is told what the snapshot has beyond the last message it was told of. Whoever reads nothing at all for long is cut off.
/// </remarks>
internal sealed record EventStream(EmulatorServices Services) : EmulatorResponse
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var events = new EventWriter(context.Response, ControlApi.Api(context.Request), Services.Clock, ended.Token);
        var (snapshot, version) = (Services.Messages.Snapshot, Services.Faults.Version);
        var (last, clears) = (LastSeen(context.Request, snapshot), snapshot.Clears);
        await events.StartAsync().ConfigureAwait(false);
        while (true)
        {
            // The bell first, so that it rings for whatever comes after the look at the snapshot.
            var changed = Services.Changes.WaitTask;
            snapshot = Services.Messages.Snapshot;
            if (clears != snapshot.Clears)
                await events.ClearedAsync().ConfigureAwait(false);
            clears = snapshot.Clears;

            for (var index = snapshot.FindIndexAfter(last); index < snapshot.Messages.Count; index++)
            {
                last = snapshot.Messages[index].Sequence;
                await events.MessageAsync(snapshot.Messages[index]).ConfigureAwait(false);
            }

            if (version != Services.Faults.Version)
            {
                version = Services.Faults.Version;
                await events.FaultsAsync(Services.Faults.Lines).ConfigureAwait(false);
            }

            if (!await IsChangedInTimeAsync(changed, ended.Token).ConfigureAwait(false))
                await events.KeepAliveAsync().ConfigureAwait(false);
        }
    }

    // A reader that knows a later message than there is comes from another emulator, and has seen none of this one.
    private static long LastSeen(HttpRequest request, OutboxSnapshot snapshot) =>
        !long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? snapshot.Queued
        : last > snapshot.Queued ? 0
        : last;

    private async Task<bool> IsChangedInTimeAsync(Task changed, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(KeepAlive, Services.Clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
