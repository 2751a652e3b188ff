using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Webhooks;

namespace Trackly.Sdk.Testing.Emulator.Replies;

/// <summary>Plays what comes after a message was queued: its delivery report, and what the recipient replies.</summary>
internal sealed class DayAfter
{
    private const int MaxTextLength = 1_600;

    private readonly AccountDirectory _accounts;
    private readonly MessageStore _messages;
    private readonly WebhookStore _webhooks;
    private readonly WebhookQueue _queue;
    private readonly ReplyLog _replies;
    private readonly ListBacklog _backlog;
    private readonly TimeProvider _clock;

    public DayAfter(AccountDirectory accounts, MessageStore messages, WebhookStore webhooks, WebhookQueue queue, ReplyLog replies, ListBacklog backlog,
        TimeProvider clock)
    {
        (_accounts, _messages, _webhooks, _queue, _replies, _backlog, _clock) = (accounts, messages, webhooks, queue, replies, backlog, clock);
        messages.OnQueued = PlanReport;
        queue.CreateJson = Report;
    }

    /// <summary>Posts a webhook now, whatever is planned for it, also one that was accepted or has failed.</summary>
    /// <returns>The webhook, or null when there is none with this number.</returns>
    public EmulatedWebhook? SendNow(long id)
    {
        var webhook = _webhooks.MakeDue(id, _clock.GetUtcNow());
        _queue.Run();
        return webhook;
    }

    /// <summary>Receives a message from a phone.</summary>
    /// <param name="phoneNumber">The phone number.</param>
    /// <param name="text">What it writes.</param>
    /// <param name="listNumber">The list. Null means the one that the last message to the number came from.</param>
    /// <exception cref="FormatException">A value is invalid. The message names it and repeats none.</exception>
    public EmulatedReply Receive(string? phoneNumber, string? text, string? listNumber)
    {
        if (!E164.IsNumber(phoneNumber))
            throw new FormatException("phone_number must be in E.164 format, such as +14155551234.");
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxTextLength)
            throw new FormatException($"text must have 1 to {MaxTextLength} characters, and not only white space.");

        var (account, list) = FindList(phoneNumber!, listNumber);
        var (now, optsOut, optsIn) = (_clock.GetUtcNow(), OptOutWords.OptsOut(text), OptOutWords.OptsIn(text));

        // The contact is inactive on the list before the event is sent: that is documented. That START ends it on the same list is the emulator's choice.
        if (optsOut)
            account.OptOuts.Add(phoneNumber!, list, new OptOut(now, text.Trim()));
        else if (optsIn)
            account.OptOuts.Remove(phoneNumber!, list);

        var webhook = _webhooks.Add(new EmulatedWebhook
        {
            Id = 0,
            Account = account.Name,
            Event = optsOut ? "unsubscribe" : "reply",
            PhoneNumber = phoneNumber!,
            ListNumber = list,
            CreatedAt = now,
            NextAttemptAt = now,
            Json = optsOut
                ? WebhookJson.WriteUnsubscribe(phoneNumber!, list, text.Trim(), now)
                : WebhookJson.WriteReply(phoneNumber!, list, text, now),
        });
        var reply = _replies.Add(new EmulatedReply
        {
            Sequence = 0,
            ReceivedAt = now,
            Account = account.Name,
            PhoneNumber = phoneNumber!,
            ListNumber = list,
            Text = text,
            OptsOut = optsOut,
            OptsIn = optsIn,
            WebhookId = webhook.Id,
        });
        _queue.Run();
        return reply;
    }

    private (EmulatedAccount Account, string ListNumber) FindList(string phoneNumber, string? listNumber)
    {
        if (listNumber is null && _messages.Snapshot.Messages.FindLast(message => message.To == phoneNumber) is { } last && _accounts.FindByName(last.Account) is { } sender)
            return (sender, last.ListNumber);
        if (listNumber is not null)
        {
            return _accounts.All.FirstOrDefault(account => account.FindStatus(listNumber) is not null) is { } owner
                ? (owner, listNumber)
                : throw new FormatException("list_number is not a list of an account: it must be one, or null for the list that last sent to the phone number.");
        }

        throw new FormatException("list_number is missing: no message to the phone number is kept, so it must name a list.");
    }

    private void PlanReport(EmulatedMessage message)
    {
        if (message.Status != "queued" || _accounts.FindByName(message.Account)?.Delivery is not { } delivery)
            return;
        if (_backlog.FindDeparture(message, delivery.MessagesPerMinutePerList) is not { } departure || delivery.ReportDelay is not { } delay)
            return;

        var now = _clock.GetUtcNow();
        _webhooks.Add(new EmulatedWebhook
        {
            Id = 0,
            Account = message.Account,
            Event = "delivery",
            MessageId = message.MessageId,
            MessageSequence = message.Sequence,
            PhoneNumber = message.To,
            ListNumber = message.ListNumber,
            CreatedAt = now,
            NextAttemptAt = departure + delay,
        });
        _queue.Run();
    }

    private string Report(EmulatedWebhook webhook)
    {
        var status = _accounts.FindByName(webhook.Account)?.Delivery.Draw(webhook.MessageId!) ?? DeliveryStatuses.Delivered;
        var detail = DeliveryStatuses.GetDetail(status);
        _messages.Update(webhook.MessageSequence, status, detail);
        return WebhookJson.WriteDelivery(webhook, status, detail, _clock.GetUtcNow());
    }
}
