using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Webhooks;

/// <summary>
/// Whatever a body holds: a JSON object is an event, everything else is a <see cref="FormatException"/>, and there is no third way.
/// </summary>
public sealed class HostileJsonTests
{
    private const int Bodies = 3_000;

    [Theory]
    [MemberData(nameof(TrickyBodies.All), MemberType = typeof(TrickyBodies))]
    public void TrickyBody_IsAnEventOrAFormatException(string json, bool isObject) => Parses(Encoding.UTF8.GetBytes(json)).Should().Be(isObject);

    [Fact]
    public void DrawnObject_IsAlwaysAnEvent()
    {
        var kinds = Enumerable.Range(0, Bodies)
            .Select(static seed => TracklyWebhookEvent.Parse(new HostileJson(seed).DrawObject()).GetType()).Distinct();

        kinds.Should().BeEquivalentTo([typeof(DeliveryEvent), typeof(UnsubscribeEvent), typeof(ReplyEvent), typeof(UnknownWebhookEvent)]);
    }

    [Fact]
    public void DrawnBytes_ParseExactlyWhenTheyAreAJsonObject()
    {
        List<int> wrong = [];
        var objects = 0;
        for (var seed = 0; seed < Bodies; seed++)
        {
            var bytes = new HostileJson(seed).DrawBytes();
            var parses = Parses(bytes);
            objects += parses ? 1 : 0;
            if (parses != IsObject(bytes))
                wrong.Add(seed);
        }

        wrong.Should().BeEmpty();
        objects.Should().BeInRange(Bodies / 10, Bodies * 9 / 10, "both kinds must be drawn");
    }

    [Fact]
    public void BytesThatAreNotUtf8_InAString_AreReplaced()
    {
        byte[] body = [.. "{\"event\":\"reply\",\"body\":\""u8, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, .. "!\"}"u8];

        ((ReplyEvent)TracklyWebhookEvent.Parse(body)).Body.Should().MatchRegex("^\uFFFD+!$");
    }

    [Fact]
    public void HalfOfACharacter_IsReplaced_AndWholeOnesAreKept()
    {
        var reply = (ReplyEvent)TracklyWebhookEvent.Parse("""{"event":"reply","body":"\ud83d\ude00 \uD83D \ude00 \\ud83d \ud83d\ud83d\ude00"}""");

        reply.Body.Should().Be("\U0001F600 \uFFFD \uFFFD \\ud83d \uFFFD\U0001F600");
    }

    [Fact]
    public void FiveMegabytes_OfNesting_StringsOrProperties_AreEvents()
    {
        const int half = 2_500_000;
        var nested = $"{{\"a\":{new string('[', half)}{new string(']', half)},\"event\":\"reply\",\"body\":\"deep\"}}";
        var properties = Enumerable.Range(0, 400_000).Select(static i => $"\"\\ud800{i % 10}\":\"\\udc00\"");
        var wide = $"{{{string.Join(",", properties)},\"event\":\"reply\",\"body\":\"wide\"}}";
        var longest = $"{{\"event\":\"reply\",\"body\":\"{new string('x', 2 * half)}\"}}";

        new[] { nested, wide, longest }.Select(static json => ((ReplyEvent)TracklyWebhookEvent.Parse(json)).Body!.Length)
            .Should().Equal(4, 4, 2 * half);
        Parses(Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 2 * half)}")).Should().BeFalse();
    }

    private static bool Parses(byte[] body)
    {
        try
        {
            return TracklyWebhookEvent.Parse(body) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Parses the body with System.Text.Json, once its bytes are valid UTF-8.</summary>
    private static bool IsObject(byte[] body)
    {
        try
        {
            var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF');
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 100_000 });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
