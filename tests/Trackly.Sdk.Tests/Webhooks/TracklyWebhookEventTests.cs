using System.Text;

namespace Trackly.Sdk.Tests.Webhooks;

public sealed class TracklyWebhookEventTests
{
    [Fact]
    public void Delivery_AsDocumented_HasEveryField()
    {
        var delivery = Parse(WebhookSamples.Delivery).Should().BeOfType<DeliveryEvent>().Subject;

        delivery.EventName.Should().Be("delivery");
        delivery.MessageId.Should().Be("AbC12345");
        delivery.Status.Should().Be(DeliveryStatus.Delivered);
        delivery.StatusDetail.Should().Be("DELIVERED_TO_HANDSET");
        delivery.To.Should().Be("+14155550142");
        delivery.ListNumber.Should().Be("+18005550199");
        delivery.Provider.Should().Be("infobip");
        delivery.Timestamp.Should().Be(new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero));
        delivery.RawJson.Should().Be(WebhookSamples.Delivery);
    }

    [Fact]
    public void Unsubscribe_AsDocumented_HasEveryField()
    {
        var unsubscribe = Parse(WebhookSamples.Unsubscribe).Should().BeOfType<UnsubscribeEvent>().Subject;

        unsubscribe.PhoneNumber.Should().Be("+14155550142");
        unsubscribe.ListNumber.Should().Be("+18005550199");
        unsubscribe.Keyword.Should().Be("STOP");
        unsubscribe.Timestamp.Should().Be(new DateTimeOffset(2024, 1, 15, 10, 31, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Reply_UnderTheObviousNames_IsRead()
    {
        var reply = Parse(WebhookSamples.Reply).Should().BeOfType<ReplyEvent>().Subject;

        reply.PhoneNumber.Should().Be("+14155550142");
        reply.ListNumber.Should().Be("+18005550199");
        reply.Body.Should().Be("Is the wombat in? é");
        reply.MessageId.Should().Be("r3PlY678");
    }

    [Theory]
    [InlineData("""{"event":"reply","from":"+14155550142","text":"Yes"}""")]
    [InlineData("""{"event":"reply","from":"+14155550142","message":"Yes"}""")]
    [InlineData("""{"event":"reply","phone_number":"+14155550142","from":"+10000000000","body":"Yes","text":"No"}""")]
    [InlineData("""{"event":"reply","phone_number":5,"from":"+14155550142","body":null,"text":"Yes"}""")]
    public void Reply_UnderOtherNames_IsReadInAFixedOrder(string json)
    {
        var reply = (ReplyEvent)Parse(json);

        reply.PhoneNumber.Should().Be("+14155550142");
        reply.Body.Should().Be("Yes");
    }

    [Fact]
    public void Reply_WithNothingKnown_HasNullsAndTheJson()
    {
        const string json = """{"event":"reply","inbound":{"msisdn":"+14155550142"}}""";

        var reply = (ReplyEvent)Parse(json);

        new[] { reply.PhoneNumber, reply.ListNumber, reply.Body, reply.MessageId }.Should().AllBeEquivalentTo((string?)null);
        reply.RawJson.Should().Be(json);
    }

    [Theory]
    [InlineData("""{"event":"click","message_id":"AbC12345"}""", "click", null)]
    [InlineData("""{"event":"Delivery","message_id":"AbC12345","status":"delivered"}""", "Delivery", null)]
    [InlineData("""{}""", null, "event must be a string.")]
    [InlineData("""{"event":["delivery"]}""", null, "event must be a string.")]
    [InlineData("""{"event":"delivery"}""", "delivery", "message_id must be a string that is not empty.")]
    [InlineData("""{"event":"delivery","message_id":"","status":"delivered"}""", "delivery", "message_id must be a string that is not empty.")]
    [InlineData("""{"event":"delivery","message_id":"AbC12345","status":7}""", "delivery", "status must be a string that is not empty.")]
    [InlineData("""{"event":"unsubscribe","keyword":"STOP"}""", "unsubscribe", "phone_number must be a string that is not empty.")]
    public void Unknown_SaysWhatIsWrong(string json, string? name, string? problem)
    {
        var unknown = Parse(json).Should().BeOfType<UnknownWebhookEvent>().Subject;

        unknown.EventName.Should().Be(name);
        unknown.Problem.Should().Be(problem);
        unknown.RawJson.Should().Be(json);
    }

    [Fact]
    public void Property_ThatAppearsTwice_TheLastOneCounts()
    {
        ((DeliveryEvent)Parse("""{"event":"x","event":"delivery","message_id":"A","status":"pending","status":"delivered","message_id":"B"}"""))
            .Should().BeEquivalentTo(new { MessageId = "B", Status = DeliveryStatus.Delivered });
        ((DeliveryEvent)Parse("""{"event":"delivery","message_id":"A","status":"pending","to":"+1","to":1}""")).To.Should().BeNull();
    }

    [Fact]
    public void Property_WithEscapedName_IsRead() =>
        ((DeliveryEvent)Parse("""{"\u0065vent":"delivery","message\u005fid":"A","status":"\u0070ending"}""")).Status
            .Should().Be(DeliveryStatus.Pending);

    [Theory]
    [InlineData("", "The webhook body is empty. It must be a JSON object.")]
    [InlineData(" \r\n\t", "The webhook body is empty. It must be a JSON object.")]
    [InlineData("[]", "The webhook body is JSON, but not an object. It must be a JSON object.")]
    [InlineData("null", "The webhook body is JSON, but not an object. It must be a JSON object.")]
    [InlineData("\"zebra\"", "The webhook body is JSON, but not an object. It must be a JSON object.")]
    [InlineData("{\n\"zebra\":zebra}", "The webhook body is not valid JSON: line 2, byte 9. It must be a JSON object.")]
    [InlineData("{}{\"zebra\":1}", "The webhook body is not valid JSON: line 1, byte 3. It must be a JSON object.")]
    public void Body_ThatIsNoJsonObject_IsOneExceptionThatQuotesNothing(string json, string message)
    {
        var thrown = FluentActions.Invoking(() => Parse(json)).Should().ThrowExactly<FormatException>().Which;

        thrown.Message.Should().Be(message);
        thrown.InnerException.Should().BeNull();
        FluentActions.Invoking(() => TracklyWebhookEvent.Parse(json)).Should().ThrowExactly<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Body_WithByteOrderMark_IsRead() =>
        TracklyWebhookEvent.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(WebhookSamples.Delivery)]).RawJson
            .Should().Be(WebhookSamples.Delivery);

    [Fact]
    public void RawJson_ParsedAgain_IsTheSameEvent()
    {
        const string broken = """{"event":"\ud800","a":"\\ud800"}""";
        foreach (var json in new[] { WebhookSamples.Delivery, WebhookSamples.Unsubscribe, WebhookSamples.Reply, broken })
            TracklyWebhookEvent.Parse(Parse(json).RawJson).Should().BeEquivalentTo(Parse(json), static options => options.RespectingRuntimeTypes());
    }

    [Fact]
    public void Parse_OfNull_NamesTheArgument() =>
        FluentActions.Invoking(() => TracklyWebhookEvent.Parse((string)null!)).Should().Throw<ArgumentNullException>().WithParameterName("json");

    private static TracklyWebhookEvent Parse(string json) => TracklyWebhookEvent.Parse(Encoding.UTF8.GetBytes(json));
}
