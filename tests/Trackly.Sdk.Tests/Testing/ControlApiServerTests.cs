using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Waiting, reset, health and version, and parameters that no path has.</summary>
public sealed class ControlApiServerTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock, Seed = 5 };

    [Fact]
    public async Task Wait_EndsWithTheFirstMessageThatFits()
    {
        var waiting = CallAsync("GET", "/_emulator/messages?to=%2B14155550001&wait=5");
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(5));
        await QueueAsync("other", "+14155550002");
        waiting.IsCompleted.Should().BeFalse();

        await QueueAsync("Your code is 482913.", "+14155550001");

        (await waiting).Json.GetProperty("messages")[0].GetProperty("text").GetString().Should().Be("Your code is 482913.");
    }

    [Fact]
    public async Task Wait_WithoutAMessage_EndsAfterItsTimeWithAnEmptyList()
    {
        var waiting = CallAsync("GET", "/_emulator/messages?wait=5");
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(5));

        _clock.Advance(TimeSpan.FromSeconds(5));

        (await waiting).Text.Should().Be("""{"messages":[],"has_more":false,"queued":0,"kept":0,"dropped":0}""");
    }

    [Theory]
    [InlineData("/_emulator/messages?limt=1", "limt is not a parameter of this path: use search, to, list_number, account, fault, status, after, before, limit, wait, summary.")]
    [InlineData("/_emulator/messages?to=1&to=2", "to is given twice.")]
    [InlineData("/_emulator/messages?wait=61", "wait must be a whole number from 0 to 60.")]
    [InlineData("/_emulator/messages?fault=late", "fault must be one of status, gateway_html, delay, accept_then_reset, reset, hang, slow_body.")]
    [InlineData("/_emulator/messages?search=is:odd", "search: is: must be followed by lost, refused, queued, delivered, undeliverable, expired, rejected, pending or dropped.")]
    [InlineData("/_emulator/messages?search=segments:many", "search: segments: must be followed by a whole number, with > or < before it if you like: segments:>1.")]
    [InlineData("/_emulator/state?verbose=1", "verbose is not a parameter of this path, which has none.")]
    [InlineData("/_emulator/messages/Na1T6x7o?a=b", "a is not a parameter of this path, which has none.")]
    public async Task AParameterThatIsNotUnderstood_Is400(string path, string error)
    {
        var response = await CallAsync("GET", path);

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, error));
    }

    [Fact]
    public async Task Reset_StartsIdsAndCountsAgain_WithASeedOfItsOwn()
    {
        await QueueAsync("Hi");
        var first = Emulator.Messages[0].MessageId;
        Emulator.Reply("+14155551234", "STOP");
        Emulator.ForNext().Hangs();
        using var events = new EventReader(await SendAsync("GET", "/_emulator/events"));
        await events.NextAsync();

        (await CallAsync("POST", "/_emulator/reset")).Status.Should().Be(HttpStatusCode.NoContent);
        await QueueAsync("Hi");

        var again = Emulator.Messages.Should().ContainSingle().Subject;
        (again.MessageId, again.Sequence, again.Status).Should().Be((first, 1, "queued"), "the opt-out is gone as well");
        Emulator.Replies.Should().BeEmpty();
        Emulator.Webhooks.All.Should().ContainSingle();
        IReadOnlyList<string> block;
        do
            block = await events.NextAsync();
        while (block[0] != "event: message");

        block[1].Should().Be("id: 1");
        await CallAsync("POST", "/_emulator/reset", """{"seed":0}""");
        await QueueAsync("Hi");
        Emulator.Messages[0].MessageId.Should().Be("Na1T6x7o");
        (await CallAsync("POST", "/_emulator/reset", """{"seeds":0}""")).Error.Should().Be("seeds is not a member of a reset: use seed.");
    }

    [Fact]
    public async Task HealthVersionAndIndex_AreThere_WithHead()
    {
        (await CallAsync("GET", "/_emulator/health")).Text.Should().Be("""{"status":"ok"}""");
        (await CallAsync("GET", "/_emulator/version")).Json.GetProperty("version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+");
        foreach (var link in (await CallAsync("GET", "/_emulator/")).Json.EnumerateObject())
        {
            using var head = await SendAsync("HEAD", link.Value.GetString()!);
            head.StatusCode.Should().Be(HttpStatusCode.OK, link.Name);
        }
    }

    [Theory]
    [InlineData("to:0001", "1")]
    [InlineData("from:1000 segments:>1", "2")]
    [InlineData("segments:<2 to:+1415", "3 1")]
    [InlineData("segments:2", "2")]
    [InlineData("is:lost", "3")]
    [InlineData("is:queued code", "1")]
    [InlineData("is:dropped", "")]
    [InlineData("A-1042", "1")]
    [InlineData("https://shop.example", "3")]
    public async Task Search_HasTerms_AndLooksIntoMetadata(string search, string expected)
    {
        await Caller.SendAsync("""{"to":"+14155550001","list_number":"+18005551000","body":"Your code","metadata":{"order_id":"A-1042"}}""");
        await QueueAsync(new string('x', 161), "+4930123456");
        Emulator.ForNext().RespondsWith(HttpStatusCode.BadGateway, queued: true);
        await Caller.SendMessageAsync("https://shop.example", "+14155550003");

        var list = (await CallAsync("GET", "/_emulator/messages?search=" + Uri.EscapeDataString(search))).Json.GetProperty("messages");

        string.Join(' ', list.EnumerateArray().Select(message => message.GetProperty("sequence").GetInt32())).Should().Be(expected);
    }

    [Fact]
    public async Task Search_FindsAMessageByItsId()
    {
        await QueueAsync("one");
        await QueueAsync("two");
        var id = Emulator.Messages[0].MessageId;

        foreach (var search in new[] { id, "id:" + id[..4] })
            (await CallAsync("GET", "/_emulator/messages?search=" + search)).Json.GetProperty("messages")[0].GetProperty("message_id").GetString().Should().Be(id);
    }

    [Fact]
    public async Task AListThatFitsExactly_SaysThatThereIsNoMore()
    {
        await QueueAsync("one");
        await QueueAsync("two");

        (await CallAsync("GET", "/_emulator/messages?limit=2")).Json.GetProperty("has_more").GetBoolean().Should().BeFalse();
        (await CallAsync("GET", "/_emulator/messages?limit=1")).Json.GetProperty("has_more").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task ANarrowFault_ComesBeforeAWideOne_SwitchedOnEarlier()
    {
        await CallAsync("POST", "/_emulator/faults", """{"kind":"delay","delay_ms":0}""");
        await CallAsync("POST", "/_emulator/faults", """{"kind":"status","status":500,"to":"+1415*"}""");
        await CallAsync("POST", "/_emulator/faults", """{"kind":"status","status":503,"to":"+14155550001"}""");
        await CallAsync("POST", "/_emulator/faults", """{"kind":"status","status":502,"times":1}""");

        var statuses = new List<int>();
        foreach (var to in new[] { "+14155550001", "+14155550001", "+14155550002", "+4930123456" })
            statuses.Add((int)(await Caller.SendMessageAsync(to: to)).Status);

        statuses.Should().Equal(502, 503, 500, 200);
    }
}
