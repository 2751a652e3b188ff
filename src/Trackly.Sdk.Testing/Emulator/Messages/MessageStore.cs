using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Phone;

namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Gives each message its id and keeps it, as long as there is room; safe from any number of threads.</summary>
internal sealed class MessageStore(MessageIds ids, TimeProvider clock, int maxMessages, ChangeSignal changes)
{
    // Ten thousand messages of 5 MB would not fit into any machine.
    private const long MaxCharacters = 64 * 1024 * 1024;

    private readonly object _lock = new();
    private volatile OutboxSnapshot _snapshot = new();

    public OutboxSnapshot Snapshot => _snapshot;

    /// <returns>The id.</returns>
    public string Queue(EmulatedRequest request, string? note, string? fault)
    {
        string id;

        // One turn for id, time and place, so that all three tell the same order.
        lock (_lock)
        {
            var snapshot = _snapshot;
            var message = Message(request, snapshot.Queued, note, fault);
            id = message.MessageId;
            _snapshot = WithRoom(snapshot with
            {
                Messages = snapshot.Messages.Add(message),
                Queued = snapshot.Queued + 1,
                Characters = snapshot.Characters + message.RawJson.Length,
            });
        }

        changes.Signal();
        return id;
    }

    public void Clear()
    {
        lock (_lock)
            _snapshot = _snapshot with { Messages = [], Characters = 0, Clears = _snapshot.Clears + 1 };
        changes.Signal();
    }

    private EmulatedMessage Message(EmulatedRequest request, long number, string? note, string? fault)
    {
        var id = ids[(uint)number];
        var phone = PhoneText.Create(request, id);
        return new EmulatedMessage
        {
            Sequence = number + 1,
            MessageId = id,
            Account = request.Account,
            To = request.To,
            ListNumber = request.ListNumber,
            Body = request.Body,
            Text = phone.Text,
            Notes = note is null ? phone.Notes : [note, .. phone.Notes],
            Links = phone.Links,
            Segments = SmsSegments.Measure(phone.Text),
            WrapLinks = request.WrapLinks,
            ContactData = request.ContactData,
            Metadata = request.Metadata,
            Fault = fault,
            RequestHeaders = request.RequestHeaders,
            ReceivedAt = clock.GetUtcNow(),
            RawJson = request.RawJson,
        };
    }

    private OutboxSnapshot WithRoom(OutboxSnapshot snapshot)
    {
        while (snapshot.Messages.Count > maxMessages || (snapshot.Characters > MaxCharacters && snapshot.Messages.Count > 1))
        {
            snapshot = snapshot with
            {
                Messages = snapshot.Messages.RemoveAt(0),
                Dropped = snapshot.Dropped + 1,
                Characters = snapshot.Characters - snapshot.Messages[0].RawJson.Length,
            };
        }

        return snapshot;
    }
}
