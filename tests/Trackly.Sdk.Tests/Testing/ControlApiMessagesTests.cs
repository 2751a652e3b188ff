using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/messages</c> and <c>/_emulator/state</c>.</summary>
public sealed class ControlApiMessagesTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new()
    {
        ApiKey = "trk_secret",
        TimeProvider = _clock,
        MaxMessages = 50,
        Accounts = { new EmulatedAccount("europe").AddKey("trk_secret_too").AddList("+4930123456", EmulatedListStatus.Paused) },
    };

    [Fact]
    public async Task Message_HasEveryMember()
    {
        const string Sent = """
            { "to": "+14155551234", "list_number": "+18005551000", "body": "It's {{first_name}}… https://shop.example/a",
              "wrap_links": true, "contact_data": {"first_name": "Ann"}, "metadata": {"n": 1.50} }
            """;
        await Caller.SendAsync(Sent);

        var message = (await CallAsync("GET", "/_emulator/messages/Na1T6x7o")).Json;

        var link = Emulator.Messages[0].Links[0].ShortUrl;
        var port = Emulator.BaseAddress.Port;
        message.GetProperty("curl").GetString().Should().Be(
            $"curl -X POST http://127.0.0.1:{port}/api/v2/send -H 'X-Api-Key: trk_your_api_key_here' -H 'Content-Type: application/json' -d '"
            + Sent.Replace("'", @"'\''", StringComparison.Ordinal) + "'");
        message.GetProperty("request").GetString().Should().Be(Sent);
        JsonSerializer.Serialize(message.EnumerateObject().Where(member => member.Name is not ("curl" or "request")).ToDictionary(member => member.Name, member => member.Value))
            .Should().Be(JsonSerializer.Serialize(JsonDocument.Parse($$$"""
                {
                  "sequence": 1, "message_id": "Na1T6x7o", "received_at": "2026-03-01T12:00:00.000Z", "account": "default", "endpoint": "send", "status": "queued", "status_detail": null,
                  "to": "+14155551234", "list_number": "+18005551000",
                  "body": "It's {{first_name}}… https://shop.example/a", "text": "It's Ann… {{{link}}}", "notes": [],
                  "links": [{"url": "https://shop.example/a", "short_url": "{{{link}}}"}], "wrap_links": true,
                  "encoding": "ucs2", "segments": 1, "units": 37, "units_per_segment": 70,
                  "forced_unicode": [{"character": "…", "code_point": "U+2026", "count": 1}],
                  "contact_data": {"first_name": "Ann"}, "metadata": {"n": 1.50}, "fault": null
                }
                """).RootElement));
    }

    [Fact]
    public async Task Message_ThatSaysLittle_HasNulls()
    {
        await QueueAsync("Hi");

        var message = (await CallAsync("GET", "/_emulator/messages/Na1T6x7o")).Json;

        foreach (var name in new[] { "wrap_links", "contact_data", "metadata", "fault" })
            message.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null);
        message.GetProperty("encoding").GetString().Should().Be("gsm7");
    }

    [Fact]
    public async Task Message_ThatIsNotKept_Is404()
    {
        var response = await CallAsync("GET", "/_emulator/messages/a1b2c3d4");

        response.Status.Should().Be(HttpStatusCode.NotFound);
        response.Error.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("", "5 4 3 2 1")]
    [InlineData("?limit=2", "5 4")]
    [InlineData("?before=3", "2 1")]
    [InlineData("?before=1", "")]
    [InlineData("?before=0", "")]
    [InlineData("?after=3", "5 4")]
    [InlineData("?after=9", "")]
    [InlineData("?after=1&before=5&limit=2", "4 3")]
    [InlineData("?search=415+555-0003", "3")]
    [InlineData("?search=%2B1415", "5 4 3 2 1")]
    [InlineData("?search=text+4", "4")]
    [InlineData("?search=TEXT&limit=1", "5")]
    [InlineData("?search=A-4155550003", "")]
    [InlineData("?search=800555", "5 4 3 2 1")]
    [InlineData("?search=%20&after=&limit=", "5 4 3 2 1")]
    [InlineData("?search=*&before=3", "")]
    public async Task Messages_AreThoseAskedFor_NewestFirst(string query, string sequences)
    {
        for (var number = 1; number <= 5; number++)
            await QueueAsync($"Text {number}", to: $"+1415555000{number}");

        (await SequencesAsync(query)).Should().Equal(sequences.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
    }

    [Fact]
    public async Task Search_LooksAtTheBeginningOfALongText()
    {
        await QueueAsync("first " + new string('x', 64 * 1024) + " last");

        (await SequencesAsync("?search=first")).Should().Equal(1);
        (await SequencesAsync("?search=last")).Should().BeEmpty("a search has a bounded cost");
    }

    [Theory]
    [InlineData("limit=0", "limit must be a whole number from 1 to 1000.")]
    [InlineData("limit=1001", "limit must be a whole number from 1 to 1000.")]
    [InlineData("limit=ten", "limit must be a whole number from 1 to 1000.")]
    [InlineData("before=-1", "before must be a sequence: a whole number from 0.")]
    [InlineData("after=1.5", "after must be a sequence: a whole number from 0.")]
    public async Task Messages_AnInvalidParameter_SaysWhichAndWhatWouldBeRight(string query, string error)
    {
        var response = await CallAsync("GET", "/_emulator/messages?" + query);

        response.Status.Should().Be(HttpStatusCode.BadRequest);
        response.Error.Should().Be(error);
    }

    [Theory]
    [InlineData("GRÜSSE", 0)]
    [InlineData("grüße", 1)]
    [InlineData("abab7", 1)]
    [InlineData("ababc", 0)]
    [InlineData("(a+)+$", 1)]
    [InlineData(@"\d", 0)]
    [InlineData("$ 7 ABABABAB7", 1)]
    public async Task Search_IsForTheCharactersAsTheyAre_InAnyCase(string search, int count)
    {
        await QueueAsync("Grüße (A+)+$ 7 abababab7");

        (await SequencesAsync("?search=" + Uri.EscapeDataString(search))).Should().HaveCount(count);
    }

    [Fact]
    public async Task Search_OfMoreThanTwoHundredCharacters_IsInvalid()
    {
        (await CallAsync("GET", "/_emulator/messages?search=" + new string('x', 200))).Status.Should().Be(HttpStatusCode.OK);

        var response = await CallAsync("GET", "/_emulator/messages?search=" + new string('x', 201));

        (response.Status, response.Error).Should().Be((HttpStatusCode.BadRequest, "search must have at most 200 characters."));
    }

    [Fact]
    public async Task Messages_DroppedAndCleared_AreCounted()
    {
        for (var number = 1; number <= 53; number++)
            await QueueAsync($"Text {number}");

        await CountsShouldBe(queued: 53, kept: 50, dropped: 3);
        (await SequencesAsync("?before=6&limit=1000")).Should().Equal(5, 4);

        (await CallAsync("DELETE", "/_emulator/messages")).Status.Should().Be(HttpStatusCode.NoContent);
        await CountsShouldBe(queued: 53, kept: 0, dropped: 3);
        (await SequencesAsync("?before=6")).Should().BeEmpty();

        await QueueAsync("Text 54");
        await CountsShouldBe(queued: 54, kept: 1, dropped: 3);
        (await SequencesAsync("?after=53&before=55")).Should().Equal(54);
    }

    [Fact]
    public async Task State_TellsAccountsAndCounts_AndNoKey()
    {
        const string Delivery = """
            "delivery":{"webhook_address":null,"report_delay_ms":1000,"messages_per_minute_per_list":null,"statuses":{"delivered":1}}
            """;
        Emulator.Accounts[1].IsSuspended = true;
        await QueueAsync("Hi");
        await Caller.SendAsync("no JSON");

        var state = (await CallAsync("GET", "/_emulator/state")).Text;

        Regex.Replace(state, "\"bytes\":[1-9][0-9]*", "\"bytes\":~").Should().Be(
            $$"""{"api":"{{Emulator.BaseAddress}}","accounts":[{"name":"default","api_key":null,"is_suspended":false,"requests_per_second":null,"""
            + """ "lists":[{"number":"+18005551000","status":"active"},{"number":"+18005552000","status":"unverified"}],""".TrimStart() + Delivery
            + """},{"name":"europe","api_key":null,"is_suspended":true,"requests_per_second":null,"lists":[{"number":"+4930123456","status":"paused"}],""" + Delivery
            + """}],"max_messages":50,"max_bytes":268435456,"bytes":~,"queued":1,"kept":1,"dropped":0,"requests":2,"refused":1}""");
    }

    [Fact]
    public async Task Curl_RunAsItStands_SendsTheSameRequestAgain()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl"))
            Assert.Skip("needs a shell and curl");
        const string Hostile = """{"to":"+14155551234","list_number":"+18005551000","body":"'; $(false) `false` \\ \" %s !! \u0027 ''"}""";
        await Caller.SendAsync(Hostile);
        Emulator.Account.AddKey("trk_your_api_key_here");
        var curl = (await CallAsync("GET", "/_emulator/messages/Na1T6x7o")).Json.GetProperty("curl").GetString()!;

        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", curl + " >/dev/null 2>&1"]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(WaitLimit.Duration, TestContext.Current.CancellationToken);

        Emulator.Messages.Select(message => message.RawJson).Should().Equal(Hostile, Hostile);
    }

    [Fact]
    public async Task Curl_OfAMessageThatWasSentBySendRaw_GoesThereAgain_DroppedOrNot()
    {
        Emulator.Account.AddList("+18005557777", EmulatedListStatus.Paused);
        foreach (var list in new[] { "+18005551000", "+18005557777" })
            await Caller.SendAsync($$"""{"to":"+14155551234","list_number":"{{list}}","body":"Hi"}""", "v2/send-raw");

        var messages = (await CallAsync("GET", "/_emulator/messages")).Json.GetProperty("messages").EnumerateArray().ToList();

        messages.Should().HaveCount(2).And.OnlyContain(message =>
            message.GetProperty("curl").GetString()!.StartsWith($"curl -X POST {Emulator.BaseAddress}v2/send-raw -H ", StringComparison.Ordinal));
        messages[0].GetProperty("notes").EnumerateArray().Select(note => note.GetString()![..12]).Should().Equal("The list is ", "It was sent ");
    }

    [Theory]
    [InlineData("send", "send")]
    [InlineData("send-raw", "send-raw")]
    [InlineData("send/bulk", "send")]
    public async Task Endpoint_IsThatWhichTookTheMessage_AndCurlUsesItForOneMessage(string endpoint, string sendsAgain)
    {
        const string Message = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";
        await Caller.SendAsync(endpoint == "send/bulk" ? $$"""{"messages":[{{Message}}]}""" : Message, $"v2/{endpoint}");

        var message = (await CallAsync("GET", "/_emulator/messages")).Json.GetProperty("messages")[0];

        message.GetProperty("endpoint").GetString().Should().Be(endpoint);
        message.GetProperty("curl").GetString().Should().StartWith($"curl -X POST {Emulator.BaseAddress}v2/{sendsAgain} -H ");
    }

    private async Task<IEnumerable<int>> SequencesAsync(string query) =>
        (await CallAsync("GET", "/_emulator/messages" + query)).Json.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("sequence").GetInt32());

    private async Task CountsShouldBe(int queued, int kept, int dropped)
    {
        foreach (var path in new[] { "/_emulator/messages", "/_emulator/state" })
        {
            var json = (await CallAsync("GET", path)).Json;
            (json.GetProperty("queued").GetInt32(), json.GetProperty("kept").GetInt32(), json.GetProperty("dropped").GetInt32()).Should().Be((queued, kept, dropped));
        }

        (Emulator.QueuedMessages, Emulator.Messages.Count, Emulator.DroppedMessages).Should().Be((queued, kept, dropped));
    }
}
