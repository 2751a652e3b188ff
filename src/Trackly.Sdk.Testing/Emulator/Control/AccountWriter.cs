using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes an account as JSON. Never a key, except the one of the documentation's examples, which opens nothing but an emulator.</summary>
internal static class AccountWriter
{
    public static void WriteMembers(Utf8JsonWriter json, EmulatedAccount account)
    {
        json.WriteString("name", account.Name);
        json.WriteString("api_key", account.HasKey(ApiKeys.Default) ? ApiKeys.Default : null);
        json.WriteBoolean("is_suspended", account.IsSuspended);
        JsonValues.WriteNumber(json, "requests_per_second", account.RequestsPerSecond);
        json.WriteStartArray("lists");
        foreach (var (number, status) in account.Lists)
        {
            json.WriteStartObject();
            json.WriteString("number", number);
            json.WriteString("status", ToName(status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteDelivery(json, account.Delivery);
    }

    public static string ToName(EmulatedListStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    private static void WriteDelivery(Utf8JsonWriter json, EmulatedDelivery delivery)
    {
        json.WriteStartObject("delivery");
        json.WriteString("webhook_address", Mask(delivery.WebhookAddress));
        JsonValues.WriteNumber(json, "report_delay_ms", (long?)delivery.ReportDelay?.TotalMilliseconds);
        JsonValues.WriteNumber(json, "messages_per_minute_per_list", delivery.MessagesPerMinutePerList);
        json.WriteStartObject("statuses");
        foreach (var (status, weight) in delivery.Statuses)
            json.WriteNumber(status, weight);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The path of a webhook address is where its secret is.
    private static string? Mask(Uri? address) => address is null ? null
        : address.PathAndQuery.Length > 1 ? $"{address.GetLeftPart(UriPartial.Authority)}/***" : address.AbsoluteUri;
}
