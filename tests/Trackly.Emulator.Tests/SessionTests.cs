using System.Net;
using System.Text.Json.Nodes;

namespace Trackly.Emulator.Tests;

/// <summary>A run of the tool, from its start to a signal.</summary>
public sealed class SessionTests
{
    // The -d argument of the documentation's example, letter by letter.
    private const string Data = """
        {
            "to": "+14155551234",
            "list_number": "+18005551000",
            "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
            "wrap_links": true
          }
        """;

    private static readonly HttpClient Http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task DocumentedExample_IsAnswered_AndASignalStopsTheToolAlsoWhileAPageIsOpen(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var tool = Tool.Start("--port", "0");
        var inbox = await tool.InboxAsync();
        using var page = await Http.GetAsync(new Uri(inbox, "_emulator/events"), HttpCompletionOption.ResponseHeadersRead, Token);

        var answer = await SendAsync(inbox, Data);

        answer.Should().Be("""{"success":true,"message_id":"Na1T6x7o","status":"queued"}""");
        (await Http.GetStringAsync(inbox, Token)).Should().StartWith("<!doctype html>");
        (await tool.SignalAsync(signal)).Should().Be(0);
        tool.Output.Should().MatchRegex(@"\d\d:\d\d:\d\d\.\d{3} 200 queued Na1T6x7o, 1 segment GSM-7").And.EndWith("Stopped. 1 message was queued." + Environment.NewLine + Environment.NewLine);
        tool.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Greeting_SaysWhereEverythingIs_WithACurlThatWorks()
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && File.Exists("/usr/bin/curl"), "It needs a shell and curl.");
        using var tool = Tool.Start("--port", "0", "--key", "it's$HOME", "--list", "+4930123456=paused", "--list", "+4930654321", "--seed", "7");
        var inbox = await tool.InboxAsync();
        tool.Output.Should().Contain($"API    {inbox}api/").And.Contain("Key    it's$HOME").And.Contain("Lists  +4930123456 (paused), +4930654321");

        // Up to the end of the greeting, which the line before the address does not wait for.
        var output = await tool.WaitForOutputAsync("Ctrl+C");
        output.Should().Contain($"export TRACKLY_BASE_ADDRESS={inbox}api/").And.Contain(@"export TRACKLY_API_KEY='it'\''s$HOME'");
        var curl = output[output.IndexOf("curl", StringComparison.Ordinal)..output.IndexOf("Ctrl+C", StringComparison.Ordinal)];
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", curl]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        (await shell.StandardOutput.ReadToEndAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token)).Should().MatchRegex("""^\{"success":true,"message_id":"[0-9A-Za-z]{8}","status":"queued"\}$""");
        var state = await Http.GetStringAsync(new Uri(inbox, "_emulator/state"), Token);
        state.Should().Contain("""[{"number":"+4930123456","status":"paused"},{"number":"+4930654321","status":"active"}]""").And.NotContain("HOME");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MessageLine_ShowsNumbersAndTexts_OnlyWhenAsked(bool showTexts)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var tool = Tool.Start([.. (string[])["--port", "0"], .. showTexts ? (string[])["--show-texts"] : []]);

        await SendAsync(await tool.InboxAsync(), """{"to":"+14155550199","list_number":"+18005551000","body":"Grüße\u001b[2J\u202e\udb40\udc01 …👋"}""");
        await ReadAsync(await tool.InboxAsync(), "api/v2/contacts/+14155550199/orders");
        await tool.SignalAsync("TERM");

        var line = tool.Output.Split(Environment.NewLine).Single(line => line.Contains("Na1T6x7o", StringComparison.Ordinal));
        line[13..].Should().Be(showTexts
            ? "200 queued Na1T6x7o, 1 segment UCS-2, +18005551000 to +14155550199: Grüße\\u001B[2J\\u202E\\U000E0001 …👋"
            : "200 queued Na1T6x7o, 1 segment UCS-2");
        tool.Output.Should().Contain($", path /api/v2/contacts/{(showTexts ? "+14155550199/orders" : "***")}");
    }

    [Fact]
    public async Task Faults_FromAFile_AreSwitchedOn_AndMaxMessagesCounts()
    {
        using var file = new TemporaryFile("""{"faults":[{"kind":"status","status":503,"times":1,"retry_after_seconds":2},{"kind":"slow_body","delay_ms":0}]}""");
        using var tool = Tool.Start("--port", "0", "--faults", file.Path, "--max-messages", "1", "--max-bytes", "4000");
        var inbox = await tool.InboxAsync();

        (await SendAsync(inbox, Data)).Should().Be("""{"error":"Service Unavailable"}""");
        await SendAsync(inbox, Data);
        await SendAsync(inbox, Data);

        (await Http.GetStringAsync(new Uri(inbox, "_emulator/state"), Token)).Should().Contain(""","max_messages":1,"max_bytes":4000,"bytes":""").And.EndWith(""","queued":2,"kept":1,"dropped":1,"requests":3,"refused":1}""");
        await tool.SignalAsync("TERM");
        tool.Output.Should().Contain("503 Service Unavailable, fault status").And.Contain("200 queued 9I4m0AEA, 1 segment GSM-7, fault slow_body")
            .And.Contain("From now on the oldest messages are dropped. --max-messages and --max-bytes set how many are kept.");
    }

    [Fact]
    public async Task Host_BeyondLoopback_SaysWhatThatMeans()
    {
        using var tool = Tool.Start("--port", "0", "--host", "0.0.0.0");

        (await tool.InboxAsync()).Host.Should().Be(IPAddress.Loopback.ToString());

        tool.Output.Should().Contain("It listens on 0.0.0.0, which other machines can reach: everyone who can reach it can read the messages and script faults, without a key.");
    }

    [Fact]
    public async Task ASignal_StopsTheTool_AlsoWhenNobodyReadsItsOutput()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var tool = Tool.StartUnread("--port", "0", "--show-texts");
        var inbox = await tool.InboxAsync();
        for (var number = 0; number < 4; number++)
            await SendAsync(inbox, $$"""{"to":"+14155550199","list_number":"+18005551000","body":"{{new string('x', 100_000)}}"}""");

        (await tool.SignalAsync("TERM")).Should().Be(0);
    }

    [Fact]
    public async Task AllowHost_LetsANameOfAComposeServiceIn()
    {
        using var tool = Tool.Start("--port", "0", "--allow-host", "emulator", "--allow-host", "other");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await tool.InboxAsync(), "_emulator/state"));
        request.Headers.Host = "other:5080";

        using var response = await Http.SendAsync(request, Token);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Token)).Should().Contain("http://other:5080/api/");
    }

    [Fact]
    public async Task SevenRequests_RefusedOrFaulty_AreSevenLines()
    {
        using var faults = new TemporaryFile("""{"faults":[{"kind":"status","status":503,"times":2}]}""");
        using var tool = Tool.Start("--port", "0", "--faults", faults.Path);
        var inbox = await tool.InboxAsync();
        for (var number = 0; number < 5; number++)
            await SendAsync(inbox, Data);
        await SendAsync(inbox, Data, "trk_wrong");
        await SendAsync(inbox, Data.Replace("+18005551000", "+18005559999", StringComparison.Ordinal));

        await tool.SignalAsync("TERM");

        tool.Output.Split(Environment.NewLine).Where(static line => line.Length > 13 && line[2] == ':' && line[5] == ':').Select(static line => line[13..])
            .Where(static line => !line.StartsWith("webhook", StringComparison.Ordinal)).Should().Equal(
                "503 Service Unavailable, fault status", "503 Service Unavailable, fault status", "200 queued Na1T6x7o, 1 segment GSM-7",
                "200 queued 9I4m0AEA, 1 segment GSM-7", "200 queued 6b43B4n8, 1 segment GSM-7", "401 invalid_api_key", "400 list_not_found");
    }

    [Fact]
    public async Task Json_IsAnObjectInEachLine()
    {
        using var tool = Tool.Start("--port", "0", "--json", "--webhook", "http://127.0.0.1:1/a-secret");
        var inbox = await tool.InboxAsync();
        await SendAsync(inbox, Data);
        await SendAsync(inbox, Data, "trk_wrong");
        await ReadAsync(inbox, "api/v2/contacts/%2B14155551234");
        using var sent = await Http.PostAsync(new Uri(inbox, "_emulator/webhooks/1/send"), null, Token);

        await tool.SignalAsync("TERM");

        var lines = tool.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!).ToList();
        lines.Select(static line => (string)line["type"]!).Should().Equal("started", "request", "request", "request", "webhook", "stopped");
        ((string)lines[0]["api"]!, (string)lines[0]["key"]!).Should().Be(($"{inbox}api/", "trk_your_api_key_here"));
        ((int)lines[1]["status"]!, (string)lines[1]["message_id"]!, (int)lines[1]["segments"]!).Should().Be((200, "Na1T6x7o", 1));
        ((int)lines[2]["status"]!, (string)lines[2]["code"]!).Should().Be((401, "invalid_api_key"));
        ((string)lines[3]["path"]!).Should().Be("/api/v2/contacts/***");
        ((string)lines[4]["event"]!, (string)lines[4]["state"]!).Should().Be(("delivery", "scheduled"));
        ((int)lines[5]["queued"]!).Should().Be(1);
        tool.Output.Should().NotContain("+1415", "no number without --show-texts").And.NotContain("a-secret");
    }

    [Fact]
    public async Task Store_HasTheMessagesAfterARestart_AlsoAfterAKill()
    {
        using var store = new TemporaryFile("");
        string before;
        using (var first = Tool.Start("--port", "0", "--store", store.Path))
        {
            var inbox = await first.InboxAsync();
            await SendAsync(inbox, Data);
            await SendAsync(inbox, Data);
            before = await ReadMessagesAsync(inbox);
            first.Kill();
        }

        await File.AppendAllTextAsync(store.Path, """{"sequence":3,"mess""", Token);
        using var second = Tool.Start("--port", "0", "--store", store.Path);
        var again = await second.InboxAsync();

        (await ReadMessagesAsync(again)).Should().Be(before);
        (await SendAsync(again, Data)).Should().Contain("6b43B4n8", "the ids go on");
        var (exitCode, third) = await Tool.RunAsync("--port", "0", "--store", store.Path);
        exitCode.Should().Be(1, "one emulator at a time uses a file");
        third.Errors.Should().StartWith($"trackly-emulator: --store: {store.Path} cannot be opened.");
        second.Errors.Should().Be(
            $"--store: Line 3 of {store.Path}, the last one, was cut off, probably because the emulator was killed while writing. "
            + $"It was moved to {store.Path}.cut. All earlier lines were read.");
        (await File.ReadAllTextAsync(store.Path + ".cut", Token)).Should().Be("{\"sequence\":3,\"mess\n");
        File.Delete(store.Path + ".cut");
    }

    [Fact]
    public async Task Store_WithAForeignFile_IsRefused_AndTheFileIsNotTouched()
    {
        using var store = new TemporaryFile("one\ntwo\n");

        var (exitCode, tool) = await Tool.RunAsync("--port", "0", "--store", store.Path);

        exitCode.Should().Be(1);
        tool.Errors.Should().Be($"trackly-emulator: --store: Line 1 of {store.Path} is not a line that an emulator of this version wrote. Choose another file, or remove the line.");
        (await File.ReadAllTextAsync(store.Path, Token)).Should().Be("one\ntwo\n");
    }

    // Without what depends on the port and on the time.
    private static async Task<string> ReadMessagesAsync(Uri inbox)
    {
        var messages = JsonNode.Parse(await Http.GetStringAsync(new Uri(inbox, "_emulator/messages"), Token))!["messages"]!.AsArray();
        foreach (var message in messages)
            (message!["curl"], message["status"], message["status_detail"]) = (null, null, null);
        return messages.ToJsonString();
    }

    private static async Task ReadAsync(Uri inbox, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(inbox, path));
        request.Headers.Add("X-Api-Key", "trk_your_api_key_here");
        using var response = await Http.SendAsync(request, Token);
    }

    private static async Task<string> SendAsync(Uri inbox, string json, string key = "trk_your_api_key_here") => (await Caller.SendAsync(inbox, json, key)).Body;
}
