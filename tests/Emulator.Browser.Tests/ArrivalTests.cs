using System.Diagnostics;
using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;
using Trackly.Sdk.Testing;

namespace Emulator.Browser.Tests;

public sealed class ArrivalTests(Browsers browsers) : InboxTest(browsers)
{
    // The key and the list of the contract's own example.
    protected override TracklyEmulatorOptions Options => new() { ApiKey = "trk_your_api_key_here", ListNumber = "+18005551000" };

    [Fact]
    public async Task TheCurlOfTheContract_IsInTheOpenPage_WithinASecond()
    {
        var response = await CurlAsync();
        var answered = Stopwatch.GetTimestamp();

        await Soon.HoldsAsync(() => Page.Bubbles.Count > 0);
        var elapsed = Stopwatch.GetElapsedTime(answered);

        var id = (string)JsonNode.Parse(response)!["message_id"]!;
        Page.Bubbles.Should().Equal($"Hello! Your order is confirmed. Ref: {id}");
        Measured.Add("From the response to curl until the message is in the page", elapsed);
        elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task TheCurlOfTheEmptyInbox_SendsTheFirstMessage()
    {
        Page.IsShown("#empty").Should().BeTrue();
        var arguments = ShellWords.Split(Page.TextOf("#first-snippet pre")).Skip(1);

        await RunAsync("curl", ["-sS", .. arguments]);

        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        Page.IsShown("#empty").Should().BeFalse();
    }

    [Fact]
    public async Task Messages_ComeNewestFirst_WithRecipientAndWhatIsUnusual()
    {
        await Sender.SendAsync("The first", "+14155550101");
        await Sender.SendAsync("The second…", "+14155550102");

        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);
        Page.Bubbles.Should().Equal("The second…", "The first");
        Page.Texts("#messages .number").Should().Equal("+14155550102", "+14155550101");
        Page.Texts("#messages .chips").Should().Equal("UCS-2");
    }

    [Fact]
    public async Task Messages_FromBeforeThePageWasOpened_AreThere()
    {
        await Sender.SendAsync("Earlier");

        await OpenAsync(Address);

        await Soon.HoldsAsync(() => Page.Bubbles is ["Earlier"]);
    }

    [Fact]
    public async Task StateLine_FollowsWhatHappens()
    {
        await Sender.SendAsync("One");
        using (await Sender.PostMessageAsync("Refused", to: "nobody"))
            await Sender.SendAsync("Two");

        await Soon.HoldsAsync(() => Page.TextOf("#state").Contains("Queued2", StringComparison.Ordinal), () => Page.TextOf("#state"));
        Page.TextOf("#api code").Should().Be(Emulator.BaseAddress.AbsoluteUri);
        Page.TextOf("#state").Should().Contain("+18005551000").And.Contain("Requests3").And.Contain("Dropped0");
    }

    [Fact]
    public async Task ArrivalsWhileTheDetailsAreOpen_LeaveThemOpen()
    {
        await Sender.SendAsync("Kept open");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        await Page.OpenDetailsAsync();

        await Sender.SendAsync("Another");

        await Soon.HoldsAsync(() => Page.Bubbles.Count == 2);
        Page.TextOf("#details .bubble").Should().Be("Kept open");
        Page.Texts("[aria-current] .bubble").Should().Equal("Kept open");
    }

    [Fact]
    public async Task ATimeOfToday_GetsItsDate_OnceTodayIsOver()
    {
        await Sender.SendAsync("Hello");
        await Soon.HoldsAsync(() => Page.Bubbles.Count == 1);
        Page.TextOf("#messages time").Should().MatchRegex(@"^\d\d:\d\d:\d\d$");

        // Three days later the tab becomes visible again.
        Page.Run<object?>("""
            const Today = Date, later = 3 * 24 * 60 * 60 * 1000;
            window.Date = class extends Today {
              constructor(...values) { values.length ? super(...values) : super(Today.now() + later); }
              static now() { return Today.now() + later; }
            };
            document.dispatchEvent(new Event('visibilitychange'));
            """);

        Page.TextOf("#messages time").Should().MatchRegex(@"^\w{3} \d{1,2}, \d{4}, \d\d:\d\d:\d\d$");
    }

    private Task<string> CurlAsync() => RunAsync("curl",
    [
        "-sS", "-X", "POST", new Uri(Emulator.BaseAddress, "v2/send").AbsoluteUri,
        "-H", "X-Api-Key: trk_your_api_key_here",
        "-H", "Content-Type: application/json",
        "-d", """
              {
                  "to": "+14155551234",
                  "list_number": "+18005551000",
                  "body": "Hello! Your order is confirmed. Ref: {{messageId}}",
                  "wrap_links": true
                }
              """,
    ]);

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Soon.Limit, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Soon.Limit, TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0);
        return output;
    }
}
