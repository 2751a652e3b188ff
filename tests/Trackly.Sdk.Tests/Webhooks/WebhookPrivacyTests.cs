using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Webhooks;

/// <summary>Logging an event shows nothing of the recipient, whichever field holds a phone number or a body.</summary>
public sealed class WebhookPrivacyTests
{
    public static TheoryData<string> Fields =>
    [
        "event", "message_id", "status", "status_detail", "to", "list_number", "provider", "timestamp", "phone_number", "keyword", "from", "body",
        "text", "message",
    ];

    [Theory]
    [MemberData(nameof(Fields))]
    public void ToString_KeyAndProblem_ShowNothingPrivate(string field)
    {
        foreach (var echo in Canary.Echoes.Where(static echo => !LooksLikeAnId(echo)))
        {
            foreach (var sample in new[] { WebhookSamples.Delivery, WebhookSamples.Unsubscribe, WebhookSamples.Reply })
            {
                var json = sample.TrimEnd().TrimEnd('}') + $",\"{field}\":{JsonSerializer.Serialize(echo)}}}";
                var received = TracklyWebhookEvent.Parse(json);

                var problem = (received as UnknownWebhookEvent)?.Problem;
                Canary.FoundIn($"{received} {received.DeduplicationKey} {problem} {(received as DeliveryEvent)?.Status}")
                    .Should().BeEmpty(echo);
            }
        }
    }

    [Fact]
    public void ToString_OfADelivery_ShowsIdAndStatus() =>
        TracklyWebhookEvent.Parse(WebhookSamples.Delivery).ToString().Should().Be("DeliveryEvent { MessageId = AbC12345, Status = delivered }");

    [Fact]
    public void Exception_QuotesNothing()
    {
        foreach (var echo in Canary.Echoes)
        {
            foreach (var body in new[] { echo, $"\"{echo}", $"{{\"{echo}", $"{{\"a\":{echo}", $"{{}}{echo}", $"[\"{echo}\"]" })
            {
                var thrown = FluentActions.Invoking(() => TracklyWebhookEvent.Parse(body)).Should().Throw<FormatException>().Which;
                Canary.FoundIn(thrown.ToString()).Should().BeEmpty();
            }
        }
    }

    /// <summary>A single word or short number looks like an id or a status, which are shown on purpose.</summary>
    private static bool LooksLikeAnId(string echo) =>
        echo.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-') && (echo.Any(char.IsLetter) || echo.Length < 9);
}
