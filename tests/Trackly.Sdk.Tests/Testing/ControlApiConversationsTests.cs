using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/conversations</c>, and the summaries of messages.</summary>
public sealed class ControlApiConversationsTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task Conversations_AreOneForEachNumber_NewestFirst_WithTheirCountsAndLastEntry()
    {
        await ConverseAsync();

        var conversations = (await CallAsync("GET", "/_emulator/conversations")).Json;

        JsonSerializer.Serialize(conversations).Should().Be(JsonSerializer.Serialize(JsonDocument.Parse("""
            {
              "conversations": [
                { "phone_number": "+14155550101", "list_number": "+18005551000", "messages": 2, "lost": 1, "replies": 0, "refused": 1, "opted_out": false,
                  "last": { "at": "2026-03-01T12:00:03.000Z", "kind": "refused", "text": "The third", "status": 400, "code": "list_not_found", "fault": null } },
                { "phone_number": "+14155550102", "list_number": "+18005551000", "messages": 1, "lost": 0, "replies": 1, "refused": 0, "opted_out": true,
                  "last": { "at": "2026-03-01T12:00:02.000Z", "kind": "reply", "text": "STOP", "opts_out": true } }
              ],
              "total": 2
            }
            """).RootElement));
    }

    [Fact]
    public async Task List_IsThatOfTheLastMessageOrReply_AndSoIsTheOptOut()
    {
        Emulator.Account.AddList("+18005557777");
        Emulator.Reply("+14155550101", "STOP", "+18005557777");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await QueueAsync("After the reply", "+14155550101");
        (await ReadOneAsync()).Should().Be(("+18005551000", false));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Emulator.Reply("+14155550101", "Hello?", "+18005557777");
        (await ReadOneAsync()).Should().Be(("+18005557777", true));

        async Task<(string? List, bool HasOptedOut)> ReadOneAsync()
        {
            var one = (await CallAsync("GET", "/_emulator/conversations")).Json.GetProperty("conversations")[0];
            return (one.GetProperty("list_number").GetString(), one.GetProperty("opted_out").GetBoolean());
        }
    }

    [Theory]
    [InlineData("0102", "+14155550102")]
    [InlineData("is:lost", "+14155550101")]
    [InlineData("is:refused", "+14155550101")]
    [InlineData("is:refused to:0102", "")]
    [InlineData("third", "+14155550101")]
    [InlineData("stop", "+14155550102")]
    [InlineData("segments:1", "+14155550101 +14155550102")]
    public async Task Search_FindsWhatWasSent_Replied_AndRefused(string search, string numbers)
    {
        await ConverseAsync();

        var found = (await CallAsync("GET", $"/_emulator/conversations?search={Uri.EscapeDataString(search)}")).Json;

        found.GetProperty("conversations").EnumerateArray().Select(static one => one.GetProperty("phone_number").GetString()).Should()
            .Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Limit_LeavesTheOlderOnesOut_AndTotalCountsThem()
    {
        await ConverseAsync();

        var first = (await CallAsync("GET", "/_emulator/conversations?limit=1")).Json;

        first.GetProperty("conversations").GetArrayLength().Should().Be(1);
        first.GetProperty("total").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Delete_ClearsMessages_Replies_AndRequests()
    {
        await ConverseAsync();

        (await CallAsync("DELETE", "/_emulator/conversations")).Status.Should().Be(HttpStatusCode.NoContent);

        (Emulator.Messages.Count, Emulator.Requests.Count).Should().Be((0, 0));
        (await CallAsync("GET", "/_emulator/replies")).Json.GetProperty("replies").GetArrayLength().Should().Be(0);
        (await CallAsync("GET", "/_emulator/conversations")).Json.GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Summaries_HaveTheBeginningOfTheText_AndNoRequest()
    {
        await QueueAsync(new string('a', 999) + "👍 and more");

        var summary = (await CallAsync("GET", "/_emulator/messages?summary=true")).Json.GetProperty("messages")[0];

        summary.GetProperty("text").GetString().Should().Be(new string('a', 999) + "…", "half a character is not shown");
        summary.EnumerateObject().Select(static member => member.Name).Should().Equal(
            "sequence", "message_id", "received_at", "account", "status", "status_detail", "to", "list_number", "text", "encoding", "segments", "note_count", "fault");
    }

    private async Task ConverseAsync()
    {
        await Caller.SendAsync("""{"to":"+14155550101","list_number":"+18005551000","body":"The first"}""");
        Emulator.ForNext(1).RespondsUnreadably();
        await Caller.SendAsync("""{"to":"+14155550101","list_number":"+18005551000","body":"The second"}""");
        await Caller.SendAsync("""{"to":"+14155550102","list_number":"+18005551000","body":"Hello"}""");
        _clock.Advance(TimeSpan.FromSeconds(2));
        Emulator.Reply("+14155550102", "STOP");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Caller.SendAsync("""{"to":"+14155550101","list_number":"+18005559999","body":"The third"}""");
        await Caller.SendAsync("""{"to":"nobody","list_number":"+18005551000","body":"A number that is none has no conversation"}""");
    }
}
