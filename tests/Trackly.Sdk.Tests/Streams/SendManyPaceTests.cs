using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>Streams that wait: for the pace of a list, or because the server asked for it. The clock advances whenever nothing else can happen.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class SendManyPaceTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task MaxPerMinutePerList_IsSharedByTheStreamsOfAClient()
    {
        using var client = new StreamClientUnderTest(clock: _clock, configure: static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));
        var options = new SendManyOptions { MaxPerMinutePerList = 600 };
        var start = _clock.GetUtcNow();

        await RunAsync(
            client.Client.SendManyAsync(new StreamSource().Messages(50), options, TestContext.Current.CancellationToken),
            client.Client.SendManyAsync(new StreamSource().Messages(50), options, TestContext.Current.CancellationToken));

        // Ten start at once, and ten in each second.
        (_clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task AListThatWaits_DoesNotHoldUpAnother()
    {
        const string slow = "+18005551111", fast = "+18005552222";
        using var client = new StreamClientUnderTest(clock: _clock, configure: static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));
        var source = new StreamSource();
        var stream = client.Client.SendManyAsync(
            source.Messages(400, create: static index => StreamSource.Create(index, index < 300 ? slow : fast)),
            new SendManyOptions { MaxPerMinutePerList = 6_000, MaxConcurrency = 4 }, TestContext.Current.CancellationToken);
        List<SendResult> results = [];

        await foreach (var result in stream)
        {
            results.Add(result);
            // A hundred of each list may start at once, and the clock stands still.
            if (results.Count == 200)
                break;
        }

        results.Count(static result => result.Request.ListNumber == fast).Should().Be(100);
        source.Read.Should().Be(400);
    }

    [Fact]
    public async Task TooManyRequests_IsHonoredOnceForTheWholeList()
    {
        const int max = 64;
        var (refused, end) = (0, 0L);
        using var client = new StreamClientUnderTest(
            (_, _) =>
            {
                // The first request starts the two seconds.
                Interlocked.CompareExchange(ref end, _clock.GetUtcNow().AddSeconds(2).Ticks, 0);
                if (_clock.GetUtcNow().Ticks >= Volatile.Read(ref end))
                    return Task.FromResult<HttpResponseMessage?>(null);
                Interlocked.Increment(ref refused);
                return Task.FromResult<HttpResponseMessage?>(StreamServer.Create(429, retryAfter: "2"));
            },
            _clock,
            static options =>
            {
                options.Retry.MaxRetryAttempts = 0;
                options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1);
            });
        var options = new SendManyOptions { MaxConcurrency = max, MaxPerMinutePerList = null };

        var results = await RunAsync(client.Client.SendManyAsync(new StreamSource().Messages(500), options, TestContext.Current.CancellationToken));

        refused.Should().BeInRange(1, max, "each worker meets it once at most");
        results.Count(static result => result.Outcome == SendOutcome.NotSent).Should().Be(refused);
        results.Count(static result => result.Outcome == SendOutcome.Accepted).Should().Be(500 - refused);
    }

    [Fact]
    public async Task TooManyRequestsThatAreRetried_PauseTheListToo()
    {
        var (refused, end) = (0, 0L);
        using var client = new StreamClientUnderTest(
            (_, _) =>
            {
                // The first request starts the two seconds.
                Interlocked.CompareExchange(ref end, _clock.GetUtcNow().AddSeconds(2).Ticks, 0);
                if (_clock.GetUtcNow().Ticks >= Volatile.Read(ref end))
                    return Task.FromResult<HttpResponseMessage?>(null);
                Interlocked.Increment(ref refused);
                return Task.FromResult<HttpResponseMessage?>(StreamServer.Create(429, retryAfter: "2"));
            },
            _clock,
            static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));

        var results = await RunAsync(client.Client.SendManyAsync(new StreamSource().Messages(100), StreamClientUnderTest.Options(maxConcurrency: 8), TestContext.Current.CancellationToken));

        results.Should().HaveCount(100).And.OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        refused.Should().BeInRange(1, 8);
    }

    [Fact]
    public async Task TooManyRequestsWithoutAWait_PauseTheListForASecond()
    {
        var received = new ConcurrentQueue<TimeSpan>();
        var start = _clock.GetUtcNow();
        using var client = new StreamClientUnderTest(
            (text, _) =>
            {
                received.Enqueue(_clock.GetUtcNow() - start);
                return Task.FromResult(text == "0" ? StreamServer.Create(429) : null);
            },
            _clock,
            static options =>
            {
                options.Retry.MaxRetryAttempts = 0;
                options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1);
            });

        await RunAsync(client.Client.SendManyAsync(new StreamSource().Messages(2), StreamClientUnderTest.Options(maxConcurrency: 1), TestContext.Current.CancellationToken));

        var times = received.ToArray();
        (times[1] - times[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task AServerErrorThatIsRetried_PausesNoList()
    {
        using var client = new StreamClientUnderTest(
            static (text, _) => Task.FromResult(text == "0" ? StreamServer.Create(503, retryAfter: "2") : null),
            _clock,
            static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));
        List<long> indexes = [];

        await foreach (var result in client.Client.SendManyAsync(new StreamSource().Messages(10), StreamClientUnderTest.Options(maxConcurrency: 2), TestContext.Current.CancellationToken))
        {
            indexes.Add(result.Index);
            // The clock stands still, and the first message waits.
            if (indexes.Count == 9)
                break;
        }

        indexes.Should().HaveCount(9).And.NotContain(0);
    }

    [Fact]
    public async Task CanceledWhileWaiting_EveryMessageTakenIsNotSent()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new StreamClientUnderTest(clock: _clock, configure: static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(source.Messages(500), new SendManyOptions { MaxPerMinutePerList = 60 }, cancellation.Token),
            result => _ = result.Index == 0 ? CancelAsync() : Task.CompletedTask);

        end.Should().BeOfType<OperationCanceledException>();
        results.Count.Should().BeInRange(source.Read - 1, source.Read);
        results.Skip(1).Should().OnlyContain(static result => result.Outcome == SendOutcome.NotSent && result.Failure is TracklyCanceledException);
        client.Server.Received.Should().ContainSingle();

        async Task CancelAsync()
        {
            // One may start in this second: the others wait.
            await WaitLimit.YieldUntilAsync(() => source.Read >= 100, "a hundred messages are read");
            await cancellation.CancelAsync();
        }
    }

    [Fact]
    public async Task MessagesThatWait_AreMeasured()
    {
        using var listener = new MeterListener();
        var waiting = 0L;
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "trackly.client.waiting")
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => waiting = tags.Length == 0 ? value : -1);
        listener.Start();
        using var client = new StreamClientUnderTest(clock: _clock, configure: static options => options.AttemptTimeout = options.Timeout = TimeSpan.FromDays(1));
        var source = new StreamSource();

        await foreach (var _ in client.Client.SendManyAsync(source.Messages(11), new SendManyOptions { MaxPerMinutePerList = 60 }, TestContext.Current.CancellationToken))
        {
            for (var limit = new WaitLimit("ten messages wait"); source.Read < 11 || waiting < 10; limit.Check())
            {
                await Task.Yield();
                listener.RecordObservableInstruments();
            }

            break;
        }

        listener.RecordObservableInstruments();
        waiting.Should().Be(0, "a stream that has ended has nothing that waits");
    }

    /// <summary>Reads streams to their ends while the clock advances.</summary>
    private async Task<IReadOnlyList<SendResult>> RunAsync(params IAsyncEnumerable<SendResult>[] streams)
    {
        var reading = Task.WhenAll(streams.Select(static stream => StreamClientUnderTest.ReadAsync(stream)));
        for (var limit = new WaitLimit("each stream ends"); !reading.IsCompleted; limit.Check())
        {
            for (var i = 0; i < 50; i++)
                await Task.Yield();
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        var read = await reading;
        read.Select(static stream => stream.End).Should().OnlyContain(static end => end == null);
        return [.. read.SelectMany(static stream => stream.Results)];
    }
}
