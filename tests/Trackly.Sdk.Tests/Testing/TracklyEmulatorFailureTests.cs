using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>An error in the emulator itself: the response says so, and OnFailure is called, both without any content of the request.</summary>
public sealed class TracklyEmulatorFailureTests : ControlApiTest
{
    private const string Error = "The emulator itself failed: System.InvalidOperationException. This is an error in the emulator, not one that Trackly returns. "
        + "For the stack trace, see the console of trackly-emulator, or set TracklyEmulatorOptions.OnFailure in code.";

    private readonly FailingClock _clock = new();
    private readonly ConcurrentQueue<EmulatorFailure> _failures = [];
    private Action<EmulatedExchange>? _onRequest;

    private protected override TracklyEmulatorOptions Options => new()
    {
        TimeProvider = _clock,
        ApiKey = Canary.Key,
        ListNumber = Canary.Request.ListNumber,
        OnFailure = _failures.Enqueue,
        OnRequest = exchange => _onRequest?.Invoke(exchange),
    };

    private static InvalidOperationException Unexpected => new(Canary.Everything, new KeyNotFoundException(Canary.Everything)) { Data = { [Canary.Key] = Canary.Everything } };

    [Fact]
    public async Task Failure_WhileAMessageIsQueued_IsA500ThatSaysSo_AndIsReported()
    {
        _clock.Next = Unexpected;

        var response = await Caller.SendAsync(JsonSerializer.Serialize(Canary.Request));

        ShouldSaySo(response);
        var request = Emulator.Requests.Should().ContainSingle().Which;
        (request.Status, request.Error, request.Code, request.To).Should().Be((500, Error, null, Canary.Request.To));
        ShouldBeReported("MessageStore.CreateMessage");
        (await Caller.SendAsync(JsonSerializer.Serialize(Canary.Request))).Status.Should().Be(HttpStatusCode.OK, "the next request is not affected");
        _failures.Should().ContainSingle();
    }

    [Fact]
    public async Task Failure_InTheControlApi_IsA500ThatSaysSo_AndIsReported()
    {
        var reply = JsonSerializer.Serialize(new { phone_number = Canary.Request.To, text = Canary.Request.Body, list_number = Canary.Request.ListNumber });
        _clock.Next = Unexpected;

        ShouldSaySo(await CallAsync("POST", "/_emulator/replies", reply));

        ShouldBeReported("DayAfter.Receive");
        Emulator.Requests.Should().BeEmpty();
        (await CallAsync("POST", "/_emulator/replies", reply)).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Failure_InOnRequest_IsReported_AndTheRequestIsKeptOnce()
    {
        _onRequest = static _ => throw Unexpected;

        ShouldSaySo(await Caller.SendAsync(JsonSerializer.Serialize(Canary.Request)));

        ShouldBeReported(nameof(TracklyEmulatorFailureTests));
        Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Failure_AfterTheResponseHasStarted_ResetsTheConnection_AndIsReported()
    {
        using var events = new EventReader(await SendAsync("GET", "/_emulator/events"));
        _clock.Next = Unexpected;
        Emulator.Clear();

        var readAll = async () =>
        {
            while (true)
                await events.NextAsync();
        };

        (await readAll.Should().ThrowAsync<IOException>()).Which.Should().NotBeOfType<EndOfStreamException>("the end of a response would look like success");
        ShouldBeReported("EventStream");
    }

    [Fact]
    public async Task Report_HasTheTypeAndTheStackTraceOfEachException_AndTheTime()
    {
        _clock.Next = Unexpected;

        await Caller.SendMessageAsync(list: Canary.Request.ListNumber);

        var failure = _failures.Should().ContainSingle().Which;
        failure.OccurredAt.Should().Be(_clock.Start);
        failure.ExceptionType.Should().Be("System.InvalidOperationException");
        failure.StackTrace.Should().MatchRegex(@"(?s)^System\.InvalidOperationException\r?\n +at .*Routes.*\r?\n---> System\.Collections\.Generic\.KeyNotFoundException$");
        failure.ToString().Should().Be("EmulatorFailure: System.InvalidOperationException");
    }

    private static void ShouldSaySo(RawResponse response)
    {
        (response.Status, response.MediaType).Should().Be((HttpStatusCode.InternalServerError, "application/json"));
        response.Text.Should().Be($$"""{"error":"{{Error}}"}""");
        Canary.FoundIn(response.Text).Should().BeEmpty();
    }

    private void ShouldBeReported(string where)
    {
        var failure = _failures.Should().ContainSingle().Which;
        failure.StackTrace.Should().Contain(where);
        Canary.FoundIn($"{failure} {failure.ExceptionType} {failure.StackTrace}").Should().BeEmpty();
    }
}
