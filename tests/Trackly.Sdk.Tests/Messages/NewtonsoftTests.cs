using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>A job queue that writes its jobs with Newtonsoft.Json gives back the same requests, responses and values.</summary>
public sealed class NewtonsoftTests
{
    private static readonly SendRequest Request = Some.Request() with
    {
        WrapLinks = false,
        ContactData = new() { FirstName = "Zoë", LastName = "O'Neill", Timezone = "Europe/Berlin", CustomFields = new() { ["visits"] = 3, ["tags"] = new[] { "a", "b" } } },
        Metadata = new()
        {
            ["order_id"] = "A-1042",
            ["lines"] = 3,
            ["rate"] = 0.25m,
            ["paid"] = true,
            ["none"] = null,
            ["nested"] = new Dictionary<string, object?> { ["list"] = new List<object?> { 1, "two", null, new Dictionary<string, object?> { ["deep"] = 1.5 } } },
        },
    };

    [Fact]
    public void Request_ThereAndBack_IsEqual()
    {
        var read = RoundTrip(Request);

        read.Should().Be(Request);
        read.Metadata!["nested"].Should().BeAssignableTo<JObject>("so Newtonsoft.Json reads an object");
        RoundTrip(read).Should().Be(Request, "also the second time");
    }

    [Fact]
    public async Task Request_ThereAndBack_IsSentAsItWouldHaveBeen()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync(Request);
        await client.SendAsync(RoundTrip(Request));

        client.Wire.Requests[1].Body.Should().Be(client.Wire.Requests[0].Body);
    }

    [Fact]
    public async Task RawRequest_ThereAndBack_IsEqualAndSent()
    {
        var request = new SendRawRequest(Some.Recipient, Some.ListNumber, Some.Text) { SkipJourneyCheck = true, SkipListRateLimit = true, Metadata = Request.Metadata };
        var trackly = new Trackly.Sdk.Testing.FakeTracklyClient();

        await trackly.SendRawAsync(RoundTrip(request), TestContext.Current.CancellationToken);

        RoundTrip(request).Should().Be(request);
        trackly.RawRequests.Should().ContainSingle().Which.Should().Be(request);
    }

    [Fact]
    public async Task Response_ThereAndBack_IsEqualButForUnknownMembers()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(500).Accepts();
        var response = await client.SendAsync();

        var read = RoundTrip(response);

        read.Should().Be(response);
        read.Attempts.Should().HaveCount(2).And.Equal(response.Attempts);
        read.MayBeDuplicate.Should().BeTrue();
    }

    [Fact]
    public void OpenValues_ThereAndBack_AreStringsAlsoAsKeys()
    {
        JsonConvert.SerializeObject(MessageStatus.Delivered).Should().Be("\"delivered\"");
        RoundTrip(MessageStatus.Delivered).Should().Be(MessageStatus.Delivered);
        RoundTrip(TracklyErrorCode.ListNotFound).Should().Be(TracklyErrorCode.ListNotFound);
        RoundTrip(new Dictionary<MessageStatus, int> { [MessageStatus.Sent] = 1 }).Should().ContainKey(MessageStatus.Sent);
        RoundTrip(new Dictionary<TracklyErrorCode, int> { [TracklyErrorCode.InvalidPhone] = 1 }).Should().ContainKey(TracklyErrorCode.InvalidPhone);
    }

    public static TheoryData<JValue, string> Values => new()
    {
        { JValue.CreateNull(), "null" },
        { new JValue(true), "true" },
        { new JValue('x'), "\"x\"" },
        { new JValue("text"), "\"text\"" },
        { new JValue(-7L), "-7" },
        { new JValue(1.5), "1.5" },
        { new JValue(1.5f), "1.5" },
        { new JValue(19.90m), "19.90" },
        { new JValue(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc)), "\"2026-03-01T12:00:00Z\"" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task ValueOfNewtonsoft_OnItsOwn_IsSentAsTheValueThatItHolds(JValue value, string json)
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync(Some.Request() with { Metadata = new() { ["value"] = value } });

        client.Wire.Requests.Should().ContainSingle().Which.Body.Should().EndWith("{\"value\":" + json + "}}");
    }

    private static T RoundTrip<T>(T value) => JsonConvert.DeserializeObject<T>(JsonConvert.SerializeObject(value))!;
}
