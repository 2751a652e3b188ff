using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Server-sent events: each message as it is queued, the clearing of all messages, and the faults whenever they change.</summary>
/// <remarks>
/// Nothing is stored for a reader: it gets what the snapshot has after the last message that it got. A reader that takes nothing for long is
/// disconnected.
/// </remarks>
internal sealed record EventStream(EmulatorServices Services, MessageJsonCache Cache) : EmulatorResponse
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var events = new EventWriter(context.Response, ControlRequest.GetApiAddress(context.Request), Cache, Services.Clock, ended.Token);
        var (snapshot, version) = (Services.Messages.Snapshot, Services.Faults.Version);
        var (last, clears, resets, activity) = (FindLastSeen(context.Request, snapshot), snapshot.Clears, snapshot.Resets, Services.Activity.Last);
        await events.StartAsync().ConfigureAwait(false);
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        while (true)
        {
            // The task first, so that it completes for every change after the snapshot.
            var changed = Services.Changes.WaitTask;
            snapshot = Services.Messages.Snapshot;
            if (clears != snapshot.Clears)
                await events.WriteClearedAsync().ConfigureAwait(false);
            if (resets != snapshot.Resets)
                last = 0;
            (clears, resets) = (snapshot.Clears, snapshot.Resets);

            for (var index = snapshot.FindIndexAfter(last); index < snapshot.Messages.Count; index++)
            {
                last = snapshot.Messages[index].Sequence;
                await events.WriteMessageAsync(snapshot.Messages[index]).ConfigureAwait(false);
            }

            var (entries, latest) = Services.Activity.ReadAfter(activity);
            activity = latest;
            await events.WriteActivityAsync(entries).ConfigureAwait(false);

            if (version != Services.Faults.Version)
            {
                version = Services.Faults.Version;
                await events.WriteFaultsAsync(Services.Faults.Faults).ConfigureAwait(false);
            }

            if (!await IsChangedInTimeAsync(changed, ended.Token).ConfigureAwait(false))
                await events.WriteKeepAliveAsync().ConfigureAwait(false);
        }
    }

    // A reader that knows a later message than the last one comes from another emulator, and has seen none of this one.
    private static long FindLastSeen(HttpRequest request, OutboxSnapshot snapshot) =>
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
