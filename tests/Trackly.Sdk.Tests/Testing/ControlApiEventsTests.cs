using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary><c>/_emulator/events</c>.</summary>
public sealed class ControlApiEventsTests : ControlApiTest
{
    private readonly TestClock _clock = new();

    private protected override TracklyEmulatorOptions Options => new() { TimeProvider = _clock, MaxMessages = 10 };

    [Fact]
    public async Task Events_HaveMessagesFaultsAndTheClearing_InOrder()
    {
        await QueueAsync("before");
        using var events = await OpenAsync();

        await QueueAsync("Text\n\r\u2028 2");
        var message = await NextAsync(events);
        message.Take(2).Should().Equal("event: message", "id: 2");
        var json = message.Should().HaveCount(3).And.Subject.Last()["data: ".Length..];
        json.Should().Be((await CallAsync("GET", "/_emulator/messages/9I4m0AEA")).Text);

        Emulator.ForNext().RespondsWith(HttpStatusCode.ServiceUnavailable);
        var faults = await NextAsync(events);
        faults[0].Should().Be("event: faults");
        faults[1]["data: ".Length..].Should().Be((await CallAsync("GET", "/_emulator/faults")).Text);

        Emulator.Clear();
        (await NextAsync(events)).Should().Equal("event: cleared", "data: {}");
    }

    [Theory]
    [InlineData("3", "4 5")]
    [InlineData("0", "1 2 3 4 5")]
    [InlineData("5", "")]
    [InlineData("1000", "1 2 3 4 5")]
    [InlineData("nonsense", "")]
    public async Task Events_AfterAReconnect_BeginWithWhatWasMissed(string lastEventId, string missed)
    {
        for (var number = 1; number <= 5; number++)
            await QueueAsync($"Text {number}");

        using var events = await OpenAsync(("Last-Event-ID", lastEventId));
        await QueueAsync("Text 6");

        foreach (var sequence in missed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("6"))
            (await NextAsync(events))[1].Should().Be($"id: {sequence}");
    }

    [Fact]
    public async Task Events_AfterAReconnect_HaveWhatIsStillKept()
    {
        for (var number = 1; number <= 15; number++)
            await QueueAsync($"Text {number}");

        using var events = await OpenAsync(("Last-Event-ID", "2"));

        for (var sequence = 6; sequence <= 15; sequence++)
            (await NextAsync(events))[1].Should().Be($"id: {sequence}");
    }

    [Fact]
    public async Task Events_WhenNothingHappens_ShowEveryFifteenSecondsThatTheyAreAlive()
    {
        using var events = await OpenAsync();

        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(15));
        _clock.Advance(TimeSpan.FromSeconds(15));

        (await NextAsync(events)).Should().ContainSingle().Which.Should().StartWith(":");
    }

    [Fact]
    public async Task Events_ManyAtOnce_ReachEveryReaderInOrder()
    {
        using var one = await OpenAsync();
        using var other = await OpenAsync();
        var sending = Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await QueueAsync($"Text {number}"));

        foreach (var events in new[] { one, other })
        {
            // Ten are kept, so a reader may miss some; but never one twice, and the last one always.
            var last = 0;
            while (last < 200)
            {
                var sequence = int.Parse((await NextAsync(events))[1]["id: ".Length..], provider: null);
                sequence.Should().BeGreaterThan(last);
                last = sequence;
            }
        }

        await sending;
    }

    [Fact]
    public async Task Events_OfAMessageOfMegabytes_ReachEveryReaderWhole()
    {
        var body = new string('x', 2_000_000);
        var readers = new List<EventReader>();
        for (var number = 0; number < 5; number++)
            readers.Add(await OpenAsync());

        await QueueAsync(body);

        foreach (var events in readers)
        {
            var json = (await NextAsync(events))[2]["data: ".Length..];
            JsonDocument.Parse(json).RootElement.GetProperty("body").GetString().Should().Be(body);
            events.Dispose();
        }
    }

    [Fact]
    public async Task Events_AReaderThatTakesNothing_IsCutOff()
    {
        using var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(IPAddress.Loopback, Emulator.InboxAddress.Port, TestContext.Current.CancellationToken);
        await reader.SendAsync(Encoding.ASCII.GetBytes("GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\n\r\n"));
        for (var number = 0; number < 8; number++)
            await QueueAsync(new string('x', 500_000));

        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30));

        var (taken, buffer) = (0L, new byte[64 * 1024]);
        try
        {
            while (await reader.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
                taken += count;
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }

        taken.Should().BeLessThan(8 * 4 * 500_000);
    }

    [Fact]
    public async Task Events_EndWhenTheEmulatorIsDisposed()
    {
        using var events = await OpenAsync();

        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        (await Record.ExceptionAsync(events.NextAsync)).Should().BeAssignableTo<IOException>();
    }

    // The requests and the webhooks have tests of their own.
    private static async Task<IReadOnlyList<string>> NextAsync(EventReader events)
    {
        while (true)
        {
            var block = await events.NextAsync();
            if (block[0] is not ("event: request" or "event: webhook"))
                return block;
        }
    }

    private async Task<EventReader> OpenAsync(params (string Name, string Value)[] headers)
    {
        var response = await SendAsync("GET", "/_emulator/events", json: null, headers);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var events = new EventReader(response);
        (await NextAsync(events)).Should().SatisfyRespectively(comment => comment.Should().StartWith(":"), retry => retry.Should().Be("retry: 500"));
        return events;
    }
}
