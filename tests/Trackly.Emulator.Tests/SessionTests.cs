using System.Net;
using System.Text;

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
        tool.Output.Should().Contain("Na1T6x7o list active, 1 segment GSM-7").And.EndWith("Stopped. 1 message was queued." + Environment.NewLine + Environment.NewLine);
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
        while (!tool.Output.Contains("Ctrl+C", StringComparison.Ordinal))
            await Task.Delay(1, Token);
        var output = tool.Output;
        var curl = output[output.IndexOf("curl", StringComparison.Ordinal)..output.IndexOf("Ctrl+C", StringComparison.Ordinal)];
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", curl]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        (await shell.StandardOutput.ReadToEndAsync(Token)).Should().MatchRegex("""^\{"success":true,"message_id":"[0-9A-Za-z]{8}","status":"queued"\}$""");
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
        await tool.SignalAsync("TERM");

        var line = tool.Output.Split(Environment.NewLine).Single(line => line.StartsWith("Na1T6x7o", StringComparison.Ordinal));
        line.Should().Be(showTexts
            ? "Na1T6x7o list active, 1 segment UCS-2, +18005551000 to +14155550199: Grüße\\u001B[2J\\u202E\\U000E0001 …👋"
            : "Na1T6x7o list active, 1 segment UCS-2");
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
        tool.Output.Should().Contain("9I4m0AEA list active, 1 segment GSM-7, fault slow_body")
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

    private static async Task<string> SendAsync(Uri inbox, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(inbox, "api/v2/send"));
        request.Headers.Add("X-Api-Key", "trk_your_api_key_here");
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, Token);
        return await response.Content.ReadAsStringAsync(Token);
    }
}
