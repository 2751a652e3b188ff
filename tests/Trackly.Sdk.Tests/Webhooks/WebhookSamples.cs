namespace Trackly.Sdk.Tests.Webhooks;

/// <summary>The documented events, and a reply with the obvious field names.</summary>
internal static class WebhookSamples
{
    public const string Delivery = """
        {"event":"delivery","message_id":"AbC12345","to":"+14155550142","list_number":"+18005550199","status":"delivered",
        "status_detail":"DELIVERED_TO_HANDSET","provider":"infobip","timestamp":"2024-01-15T10:30:00.000Z"}
        """;

    public const string Unsubscribe = """
        {"event":"unsubscribe","phone_number":"+14155550142","list_number":"+18005550199","keyword":"STOP","timestamp":"2024-01-15T10:31:00.000Z"}
        """;

    public const string Reply = """
        {"event":"reply","phone_number":"+14155550142","list_number":"+18005550199","body":"Is the wombat in? \u00e9","message_id":"r3PlY678",
        "timestamp":"2024-01-15T10:32:00.000Z"}
        """;
}
