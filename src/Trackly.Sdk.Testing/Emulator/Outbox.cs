using Trackly.Sdk.Testing.Emulator.Phone;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Gives each message its id and keeps it, as long as there is room; safe from any number of threads.</summary>
internal sealed class Outbox(MessageIds ids, TimeProvider clock, int mostMessages, Bell bell)
{
    // Ten thousand messages of 5 MB would not fit into any machine.
    private const long MostCharacters = 64 * 1024 * 1024;

    private readonly object _turn = new();
    private volatile Shelf _shelf = new();

    public Shelf Shelf => _shelf;

    /// <returns>The id.</returns>
    public string Queue(EmulatedRequest request, string? note, string? fault)
    {
        string id;

        // One turn for id, time and place, so that all three tell the same order.
        lock (_turn)
        {
            var shelf = _shelf;
            var message = Message(request, shelf.Queued, note, fault);
            id = message.MessageId;
            _shelf = WithRoom(shelf with
            {
                Messages = shelf.Messages.Add(message),
                Queued = shelf.Queued + 1,
                Characters = shelf.Characters + message.RawJson.Length,
            });
        }

        bell.Ring();
        return id;
    }

    public void Clear()
    {
        lock (_turn)
            _shelf = _shelf with { Messages = [], Characters = 0, Clears = _shelf.Clears + 1 };
        bell.Ring();
    }

    private EmulatedMessage Message(EmulatedRequest request, long number, string? note, string? fault)
    {
        var id = ids[(uint)number];
        var phone = PhoneText.Of(request, id);
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

    private Shelf WithRoom(Shelf shelf)
    {
        while (shelf.Messages.Count > mostMessages || (shelf.Characters > MostCharacters && shelf.Messages.Count > 1))
        {
            shelf = shelf with
            {
                Messages = shelf.Messages.RemoveAt(0),
                Dropped = shelf.Dropped + 1,
                Characters = shelf.Characters - shelf.Messages[0].RawJson.Length,
            };
        }

        return shelf;
    }
}
