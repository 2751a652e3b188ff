using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Phone;

namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Gives each message its id and keeps it as long as there is room. Safe to use from many threads at once.</summary>
internal sealed class MessageStore(MessageIds ids, TimeProvider clock, int maxMessages, long maxBytes, ChangeSignal changes, ActivityLog activity)
{
    private readonly object _lock = new();
    private MessageIds _ids = ids;
    private volatile OutboxSnapshot _snapshot = new();

    public OutboxSnapshot Snapshot => _snapshot;

    /// <summary>Gets or sets what writes each change down. Null means nothing.</summary>
    public IMessageJournal? Journal { get; set; }

    /// <summary>Gets or sets what is called with each message after it was queued.</summary>
    public Action<EmulatedMessage> OnQueued { get; set; } = static _ => { };

    /// <param name="request">The request.</param>
    /// <param name="notes">What the emulator chose.</param>
    /// <param name="fault">The fault that is injected into the response.</param>
    /// <param name="messageId">The id. Null means the next one.</param>
    /// <returns>The id.</returns>
    public string Queue(EmulatedRequest request, IReadOnlyList<string> notes, EmulatedFault fault, string? messageId)
    {
        EmulatedMessage message;
        // One lock for id, time and place, so that all three have the same order.
        lock (_lock)
        {
            message = CreateMessage(request, _snapshot.Queued, notes, fault, messageId);
            Change(_snapshot.Add(message).MakeRoom(maxMessages, maxBytes), journal => journal.Add(message));
        }

        changes.Signal();
        OnQueued(message);
        return message.MessageId;
    }

    /// <summary>Changes the status of a message.</summary>
    /// <returns>The changed message, or null when it is no longer kept.</returns>
    public EmulatedMessage? Update(long sequence, string status, string? detail)
    {
        EmulatedMessage changed;
        lock (_lock)
        {
            var index = _snapshot.FindIndexAfter(sequence - 1);
            if (index == _snapshot.Messages.Count || _snapshot.Messages[index].Sequence != sequence)
                return null;
            changed = _snapshot.Messages[index] with { Status = status, StatusDetail = detail };
            Change(_snapshot with { Messages = _snapshot.Messages.SetItem(index, changed) }, journal => journal.Change(changed));
        }

        activity.Add(changed);
        return changed;
    }

    /// <summary>Clears every message. The counts and the ids start again.</summary>
    /// <param name="seed">The seed of the ids. Null means the same as before.</param>
    public void Reset(int? seed)
    {
        lock (_lock)
        {
            Change(new OutboxSnapshot { Clears = _snapshot.Clears + 1, Resets = _snapshot.Resets + 1 }, static journal => journal.Clear(isReset: true));
            _ids = seed is { } value ? new MessageIds(value) : _ids;
        }

        changes.Signal();
    }

    /// <summary>Clears every message. The counts and the ids continue.</summary>
    /// <param name="queued">At least this many messages were queued until now.</param>
    public void Clear(long queued = 0)
    {
        lock (_lock)
        {
            var cleared = _snapshot with { Messages = [], Bytes = 0, Clears = _snapshot.Clears + 1, Queued = Math.Max(queued, _snapshot.Queued) };
            Change(cleared, static journal => journal.Clear(isReset: false));
        }

        changes.Signal();
    }

    /// <summary>Adds a message of an earlier emulator. Its number follows that of the last one.</summary>
    public void Restore(EmulatedRequest request, StoredState state)
    {
        lock (_lock)
        {
            var message = CreateMessage(request, state.Sequence - 1, notes: [], state.Fault, state.MessageId) with
            {
                ReceivedAt = state.ReceivedAt,
                Status = state.Status,
                StatusDetail = state.StatusDetail,
                Notes = state.Notes,
            };
            // The numbers of the kept messages have no gaps.
            var kept = state.Sequence == _snapshot.Queued + 1 ? _snapshot : _snapshot with { Messages = [], Bytes = 0 };
            _snapshot = kept.Add(message).MakeRoom(maxMessages, maxBytes);
        }
    }

    /// <summary>Makes a change, or none if it cannot be written down. The journal may read the messages, so they change first.</summary>
    private void Change(OutboxSnapshot changed, Action<IMessageJournal> write)
    {
        var before = _snapshot;
        _snapshot = changed;
        try
        {
            if (Journal is { } journal)
                write(journal);
        }
        catch
        {
            _snapshot = before;
            throw;
        }
    }

    private EmulatedMessage CreateMessage(EmulatedRequest request, long number, IReadOnlyList<string> notes, EmulatedFault fault, string? messageId)
    {
        var id = messageId ?? _ids[(uint)number];
        var phone = PhoneText.Create(request, id);
        var message = new EmulatedMessage
        {
            Sequence = number + 1,
            MessageId = id,
            Account = request.Account,
            To = request.To,
            ListNumber = request.ListNumber,
            Body = request.Body,
            Text = phone.Text,
            Notes = notes.Count == 0 ? phone.Notes : [.. notes, .. phone.Notes],
            Links = phone.Links,
            Segments = SmsSegments.Measure(phone.Text),
            WrapLinks = request.WrapLinks,
            ContactData = request.ContactData,
            Metadata = request.Metadata,
            Status = request.DropReason is null ? "queued" : "dropped",
            StatusDetail = request.DropReason,
            Fault = fault,
            RequestHeaders = request.RequestHeaders,
            ReceivedAt = clock.GetUtcNow(),
            RawJson = request.RawJson,
        };

        // The document lives as long as one of its elements does.
        return message with { Bytes = MemoryEstimate.Measure(message, (message.ContactData ?? message.Metadata) is null ? 0 : request.DocumentBytes) };
    }
}
