namespace Trackly.Sdk.Tests.Webhooks;

public sealed class DeduplicationKeyTests
{
    private static readonly string[] Ambiguous =
    [
        """{"event":"delivery","message_id":"a","status":"b\n1:c","timestamp":"d"}""",
        """{"event":"delivery","message_id":"a\n1:b","status":"c","timestamp":"d"}""",
        """{"event":"delivery","message_id":"a","status":"b"}""",
        """{"event":"delivery","message_id":"a","status":"b","timestamp":""}""",
    ];

    [Fact]
    public void Repetition_HasTheSameKey()
    {
        foreach (var json in new[] { WebhookSamples.Delivery, WebhookSamples.Unsubscribe, WebhookSamples.Reply, """{"event":"click"}""" })
            GetKey(json).Should().Be(GetKey(json)).And.MatchRegex("^[0-9A-F]{64}$");
    }

    [Fact]
    public void Delivery_IsKeptApart_ByIdStatusAndTimestampAlone()
    {
        var delivery = WebhookSamples.Delivery;

        GetKey(delivery.Replace("infobip", "another").Replace("+14155550142", "+14155550143")).Should().Be(GetKey(delivery));
        new[]
        {
            delivery, delivery.Replace("AbC12345", "AbC12346"), delivery.Replace("\"delivered\"", "\"pending\""),
            delivery.Replace("10:30:00.000", "10:30:00.001"),
        }
            .Select(GetKey).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Unsubscribe_IsKeptApart_ByNumberListAndTimestampAlone()
    {
        var unsubscribe = WebhookSamples.Unsubscribe;

        GetKey(unsubscribe.Replace("STOP", "QUIT")).Should().Be(GetKey(unsubscribe));
        new[] { unsubscribe, unsubscribe.Replace("0142", "0143"), unsubscribe.Replace("0199", "0198"), unsubscribe.Replace("10:31", "10:32") }
            .Select(GetKey).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Parts_ThatJoinToTheSameString_AreKeptApart() =>
        Ambiguous.Select(GetKey).Should().OnlyHaveUniqueItems();

    [Fact]
    public void OtherEvents_AreKeptApart_ByAllTheyHold() =>
        new[] { WebhookSamples.Reply, WebhookSamples.Reply.Replace("wombat", "zebra"), """{"event":"click","n":1}""", """{"event":"click","n":2}""" }
            .Select(GetKey).Should().OnlyHaveUniqueItems();

    private static string GetKey(string json) => TracklyWebhookEvent.Parse(json).DeduplicationKey;
}
