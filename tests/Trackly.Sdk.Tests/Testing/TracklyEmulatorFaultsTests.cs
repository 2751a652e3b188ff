using System.Net;
using System.Net.Sockets;
using System.Text;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What the real client sees of each scripted fault, and what is queued.</summary>
public sealed class TracklyEmulatorFaultsTests : EmulatorTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LosesTheAnswerAndResets_AreRealResetsOnTheWire(bool queued)
    {
        _ = queued ? Emulator.ForNext().LosesTheAnswer() : Emulator.ForNext().Resets();
        const string Json = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Emulator.BaseAddress.Port, Token);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v2/send HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {Emulator.ApiKey}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Json.Length}\r\n\r\n{Json}"), Token);

        var read = async () => await socket.GetStream().ReadAsync(new byte[1], Token);

        (await read.Should().ThrowAsync<IOException>()).WithInnerException<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        Emulator.Messages.Select(message => message.Fault).Should().Equal(queued ? [EmulatedFault.AcceptThenReset] : []);
    }

    [Theory]
    [InlineData("RespondsWith", EmulatedFault.Status)]
    [InlineData("RespondsAsAGateway", EmulatedFault.GatewayHtml)]
    [InlineData("Accepts", EmulatedFault.None)]
    public async Task AQueuedMessage_SaysWhichFaultItsResponseMet(string verb, EmulatedFault fault)
    {
        Verb.Invoke(Emulator.ForNext(), verb, verb switch
        {
            "RespondsWith" => [HttpStatusCode.InternalServerError, null, null, null, true],
            "RespondsAsAGateway" => [HttpStatusCode.BadGateway, true],
            _ => [],
        });

        if (fault is EmulatedFault.None)
            await SendAsync();
        else
            await FluentActions.Awaiting(() => SendAsync()).Should().ThrowAsync<TracklyServerException>();

        Emulator.Messages.Should().ContainSingle().Which.Fault.Should().Be(fault);
    }

    [Fact]
    public async Task RespondsSlowly_DripsTheBody_OnTheClock()
    {
        Emulator.ForNext().RespondsSlowly(TimeSpan.FromMilliseconds(200));

        var sending = SendAsync();
        for (var limit = new WaitLimit("the whole response arrives"); !sending.IsCompleted; limit.Check())
        {
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        (await sending).MessageId.Should().Be("Na1T6x7o");
        _clock.Waits.Count(wait => wait.Wait == TimeSpan.FromMilliseconds(200)).Should().Be("""{"success":true,"message_id":"Na1T6x7o","status":"queued"}""".Length);
        Emulator.Messages.Should().ContainSingle().Which.Fault.Should().Be(EmulatedFault.SlowBody);
    }

    [Fact]
    public async Task RespondsSlowly_SendsTheHeadAtOnce_AndEachByteWhenItsTimeComes()
    {
        Emulator.ForNext().RespondsSlowly(TimeSpan.FromMinutes(1));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Headers.Add("X-Api-Key", Emulator.ApiKey);
        request.Content = new StringContent("""{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""", Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        await _clock.WaitForTimerAsync(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var taken = new byte[100];
        (await body.ReadAsync(taken, Token)).Should().Be(1);
        taken[0].Should().Be((byte)'{');
    }

    [Fact]
    public async Task After_PutsOffTheAnswer_ButNotTheMessage()
    {
        Emulator.ForAll().After(TimeSpan.FromSeconds(3)).Accepts();

        var sending = SendAsync();
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Emulator.Messages.Should().ContainSingle().Which.Fault.Should().Be(EmulatedFault.Delay);
        sending.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(3));

        (await sending).MessageId.Should().Be("Na1T6x7o");
    }

    [Fact]
    public async Task Hangs_IsQueued_AndEndsWhenTheCallerGivesUp()
    {
        Emulator.ForNext().Hangs();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var sending = SendAsync(cancellationToken: patience.Token);
        await foreach (var message in Emulator.WatchAsync(Token))
        {
            message.Fault.Should().Be(EmulatedFault.Hang);
            break;
        }

        await patience.CancelAsync();
        (await sending.Awaiting(call => call).Should().ThrowAsync<TracklyCanceledException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public async Task Hangs_NotQueued_EndsWhenTheCallerGivesUp_AndQueuesNothing()
    {
        var met = new TaskCompletionSource();
        Emulator.When(_ => met.TrySetResult()).Hangs(queued: false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var sending = SendAsync(cancellationToken: patience.Token);
        await met.Task;
        await patience.CancelAsync();

        (await sending.Awaiting(call => call).Should().ThrowAsync<TracklyCanceledException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        await Emulator.DisposeAsync();
        Emulator.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task DisposeAsync_WhileRequestsHangAndWait_IsQuick()
    {
        Emulator.ForNext().Hangs().ForNext().After(TimeSpan.FromDays(1)).Accepts().ForNext().RespondsSlowly(TimeSpan.FromDays(1));
        var sending = new[] { SendAsync(), SendAsync(), SendAsync() };
        await foreach (var message in Emulator.WatchAsync(Token))
        {
            if (message.Sequence == sending.Length)
                break;
        }

        // Three hung requests that nothing ended would hold it for the quarter of a second of grace, not for days.
        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);

        foreach (var send in sending)
            (await send.Awaiting(call => call).Should().ThrowAsync<TracklyException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    private async Task<SendResponse> SendAsync(CancellationToken? cancellationToken = null)
    {
        using var client = Emulator.CreateClient();
        return await client.SendAsync(Some.Request() with { ListNumber = Emulator.ListNumber }, cancellationToken ?? Token);
    }
}
