using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Emulator.Browser.Tests.Support;

namespace Emulator.Browser.Tests;

/// <summary>Each switch takes effect on the next request, and on no other.</summary>
public sealed class FaultSwitchTests(Browsers browsers) : FaultTest(browsers)
{
    [Fact]
    public async Task Status_IsTheResponseToTheNextRequest_AndNoOther()
    {
        Page.ChooseFault("Respond with an error");
        Page.Type("#fault-fields [name=status]", "429");
        Page.Type("#fault-fields [name=error]", "Slow down");
        Page.Type("#fault-fields [name=code]", "too_fast");
        Page.Type("#fault-fields [name=retry_after_seconds]", "7");
        await SwitchOnAsync("Respond with an error");
        Page.TextOf("#active-faults li").Should().Contain("429, “Slow down”, too_fast, Retry-After 7\u00a0s").And.Contain("The next request");

        using var response = await Sender.PostMessageAsync("Refused");

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        (error["error"]!.GetValue<string>(), error["code"]!.GetValue<string>()).Should().Be(("Slow down", "too_fast"));
        await IsUsedUpAsync(queued: 0);
    }

    [Fact]
    public async Task Gateway_RespondsWithAPage()
    {
        await SwitchOnAsync("Respond as a gateway");

        using var response = await Sender.PostMessageAsync("Refused");

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        await IsUsedUpAsync(queued: 0);
    }

    [Fact]
    public async Task Delay_DelaysTheResponse()
    {
        Page.ChooseFault("Delay the response");
        Page.Type("#fault-fields [name=delay_ms]", "400");
        await SwitchOnAsync("Delay the response");

        var start = Stopwatch.GetTimestamp();
        await Sender.SendAsync("Late");

        Stopwatch.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromMilliseconds(390));
        await IsUsedUpAsync(queued: 1);
        Page.Texts("#messages .chip").Should().Equal("delayed response");
    }

    [Fact]
    public async Task AcceptThenReset_QueuesTheMessage_AndItsSenderGetsNoResponse()
    {
        await SwitchOnAsync("Lose the response");

        await Sender.Invoking(sender => sender.PostMessageAsync("Queued all the same")).Should().ThrowAsync<HttpRequestException>();

        await Soon.HoldsAsync(() => Page.Bubbles is ["Queued all the same"]);
        Page.Texts("#messages .chip").Should().Equal("no response");
        await Page.OpenDetailsAsync();
        Page.TextOf("#details .banner").Should().Contain("Queued, but the sender got no response").And.Contain("accept_then_reset");
        await IsUsedUpAsync(queued: 1);
    }

    [Fact]
    public async Task Reset_QueuesNothing()
    {
        await SwitchOnAsync("Reset the connection");

        await Sender.Invoking(sender => sender.PostMessageAsync("Lost")).Should().ThrowAsync<HttpRequestException>();

        await IsUsedUpAsync(queued: 0);
    }

    [Fact]
    public async Task Hang_QueuesTheMessage_AndNeverResponds()
    {
        await SwitchOnAsync("Never respond");
        using var patience = new CancellationTokenSource();
        var response = Sender.PostUntilAsync(Sender.Request("Without a response").ToJsonString(), patience.Token);

        await Soon.HoldsAsync(() => Page.Bubbles is ["Without a response"]);
        response.IsCompleted.Should().BeFalse();
        await patience.CancelAsync();

        await response.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await IsUsedUpAsync(queued: 1);
    }

    [Fact]
    public async Task SlowBody_SendsTheResponseByteByByte()
    {
        Page.ChooseFault("Respond slowly");
        Page.Type("#fault-fields [name=delay_ms]", "10");
        await SwitchOnAsync("Respond slowly");

        var start = Stopwatch.GetTimestamp();
        await Sender.SendAsync("Slow");

        // The response has more than fifty bytes.
        Stopwatch.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromMilliseconds(400));
        await IsUsedUpAsync(queued: 1);
    }
}
