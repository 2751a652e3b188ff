using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Gives each message its id and keeps it; safe from any number of threads.</summary>
internal sealed class Outbox(MessageIds ids, TimeProvider clock)
{
    private readonly object _turn = new();
    private uint _queued;
    private volatile ImmutableList<EmulatedMessage> _messages = [];

    public IReadOnlyList<EmulatedMessage> Messages => _messages;

    public string Queue(Submission submission, IHeaderDictionary headers)
    {
        var seen = WithoutKey(headers);

        // One turn for id, time and place, so that all three tell the same order.
        lock (_turn)
        {
            var message = new EmulatedMessage
            {
                MessageId = ids[_queued++],
                To = submission.To,
                ListNumber = submission.ListNumber,
                Body = submission.Body,
                WrapLinks = submission.WrapLinks,
                ContactData = submission.ContactData,
                Metadata = submission.Metadata,
                RequestHeaders = seen,
                ReceivedAt = clock.GetUtcNow(),
                RawJson = submission.RawJson,
            };
            _messages = _messages.Add(message);
            return message.MessageId;
        }
    }

    // A failed assertion prints the whole message, and somebody may have put a real key into the options.
    private static ReadOnlyDictionary<string, string> WithoutKey(IHeaderDictionary headers) =>
        new(headers.ToDictionary(
            header => header.Key,
            header => header.Key.Equals(EmulatedAccount.KeyHeader, StringComparison.OrdinalIgnoreCase) ? "***" : header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase));
}
