using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Selects webhooks by the parameters of a request.</summary>
internal sealed record WebhookQuery(string? Event, string? State, string? PhoneNumber, string? MessageId, long After, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    private static readonly string[] Events = ["delivery", "unsubscribe", "reply"];
    private static readonly string[] States = [.. Enum.GetValues<EmulatedWebhookState>().Select(WebhookWriter.ToName)];

    public static string[] Parameters { get; } = ["event", "state", "phone_number", "message_id", "after", "limit"];

    /// <exception cref="FormatException">A parameter is invalid.</exception>
    public static WebhookQuery Read(IQueryCollection query) => new(
        QueryReader.ReadName(query, "event", Events),
        QueryReader.ReadName(query, "state", States),
        QueryReader.ReadString(query, "phone_number"),
        QueryReader.ReadString(query, "message_id"),
        QueryReader.ReadNumber(query, "after", defaultValue: 0, min: 0, max: long.MaxValue),
        (int)QueryReader.ReadNumber(query, "limit", DefaultLimit, min: 1, MaxLimit));

    /// <summary>Newest first.</summary>
    public IEnumerable<EmulatedWebhook> Find(IReadOnlyList<EmulatedWebhook> webhooks) => webhooks.Reverse()
        .Where(webhook => (Event is null || webhook.Event == Event) && (State is null || WebhookWriter.ToName(webhook.State) == State)
            && (PhoneNumber is null || webhook.PhoneNumber == PhoneNumber) && (MessageId is null || webhook.MessageId == MessageId) && webhook.Id > After)
        .Take(Limit);
}
