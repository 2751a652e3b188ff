using Trackly.Sdk.Streams;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>The pace of lists, on a clock that the test advances.</summary>
public sealed class ListPacerTests
{
    private const int PerMinute = 17_000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly PaceClock _clock = new();
    private readonly ListPacer _pacer;

    public ListPacerTests() => _pacer = new ListPacer(_clock);

#if NET10_0_OR_GREATER // Half a million waits take eight seconds, and most of a minute on mono.
    [Fact]
    public async Task WaitAsync_ThreeListsForTenMinutes_HoldTheirPaceAndNoSecondHasMoreThanItsShare()
    {
        Assert.SkipWhen(SdkBuild.IsForStandard, "It takes eight seconds, and the other tests of the pace run here.");
        Waiters[] lists = [new(_pacer, "+18005551001"), new(_pacer, "+18005551002"), new(_pacer, "+18005551003")];

        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromMinutes(10); elapsed += Step)
        {
            await CountAsync(elapsed, 3 * 284, lists);
            _clock.Advance(Step);
        }

        foreach (var list in lists)
        {
            list.Started.Count.Should().BeInRange(168_300, 171_700, "that is 170,000 within 1 %");
            FindMostInASecond(list.Started).Should().BeLessThanOrEqualTo(284, "a second's worth is 283.3");
        }
    }
#endif

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(119)]
    public async Task WaitAsync_SlowPace_HoldsToo(int perMinute)
    {
        var list = new Waiters(_pacer, Some.ListNumber, perMinute, outstanding: 4);

        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromMinutes(10); elapsed += Step)
        {
            await CountAsync(elapsed, (perMinute + 59) / 60, list);
            _clock.Advance(Step);
        }

        list.Started.Count.Should().BeCloseTo(perMinute * 10, (uint)(perMinute * 10 / 50) + 1);
        FindMostInASecond(list.Started).Should().BeLessThanOrEqualTo((perMinute + 59) / 60);
    }

    [Fact]
    public async Task WaitAsync_AnotherStreamWithASlowerPace_HoldsItsOwnAndNotThatOfTheOther()
    {
        Waiters[] streams = [new(_pacer, Some.ListNumber), new(_pacer, Some.ListNumber, perMinute: 3_000)];

        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromMinutes(1); elapsed += Step)
        {
            await CountAsync(elapsed, 284 + 50, streams);
            _clock.Advance(Step);
        }

        streams[0].Started.Count.Should().BeInRange(16_830, 17_284);
        streams[1].Started.Count.Should().BeInRange(2_900, 3_050);
        FindMostInASecond(streams[1].Started).Should().BeLessThanOrEqualTo(50);
    }

    [Fact]
    public void WaitAsync_AFastStreamAfterASlowOne_StartsAsManyAsItsOwnPaceAllows()
    {
        var slow = Enumerable.Range(0, 60).Select(_ => _pacer.WaitAsync(Some.ListNumber, 3_000, TestContext.Current.CancellationToken).AsTask()).ToArray();
        var fast = Enumerable.Range(0, 300).Select(_ => _pacer.WaitAsync(Some.ListNumber, PerMinute, TestContext.Current.CancellationToken).AsTask()).ToArray();

        (slow.Count(static task => task.IsCompleted), fast.Count(static task => task.IsCompleted)).Should().Be((50, 284));
    }

    [Fact]
    public async Task WaitAsync_TheHighestPace_Starts()
    {
        await _pacer.WaitAsync(Some.ListNumber, int.MaxValue, TestContext.Current.CancellationToken);

        _clock.Held.Should().Be(1);
    }

    [Fact]
    public async Task Pause_HoldsEveryMessageOfTheListAndNoOther()
    {
        _pacer.Pause(Some.ListNumber, TimeSpan.FromSeconds(5));
        _pacer.Pause(Some.ListNumber, TimeSpan.FromSeconds(2));

        var paused = _pacer.WaitAsync(Some.ListNumber, PerMinute, TestContext.Current.CancellationToken).AsTask();
        var unlimited = _pacer.WaitAsync(Some.ListNumber, null, TestContext.Current.CancellationToken).AsTask();
        await _pacer.WaitAsync("+18005559999", PerMinute, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(4.9));

        _pacer.IsPaused(Some.ListNumber).Should().BeTrue();
        (paused.IsCompleted || unlimited.IsCompleted).Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await Task.WhenAll(paused, unlimited);
    }

    [Fact]
    public async Task Pause_WithAFractionOfAMillisecond_EndsWithoutSpinning()
    {
        _pacer.Pause(Some.ListNumber, TimeSpan.FromMilliseconds(1.5));

        // What waits goes on within Advance: a loop there that needs the clock to go on would never end.
        var waiting = await Task.Run(
            () =>
            {
                var waiting = _pacer.WaitAsync(Some.ListNumber, null, TestContext.Current.CancellationToken).AsTask();
                _clock.Advance(TimeSpan.FromMilliseconds(1));
                return (Task: waiting, EndedEarly: waiting.IsCompleted);
            },
            TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        waiting.EndedEarly.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.Task;
    }

    [Fact]
    public async Task Pause_WhileAMessageWaitsForAPermit_GivesThePermitBack()
    {
        await _pacer.WaitAsync(Some.ListNumber, 60, TestContext.Current.CancellationToken);
        var waiting = _pacer.WaitAsync(Some.ListNumber, 60, TestContext.Current.CancellationToken).AsTask();
        _pacer.Pause(Some.ListNumber, TimeSpan.FromSeconds(5));

        // The permit of the first message is free, and the second finds the pause.
        _clock.Advance(TimeSpan.FromSeconds(1));
        await WaitLimit.YieldUntilAsync(() => _clock.Waits.Count > 0, "the second message waits for the end of the pause");
        waiting.IsCompleted.Should().BeFalse();

        _clock.Advance(TimeSpan.FromSeconds(4));
        await waiting;
    }

    [Fact]
    public void Pause_ForMoreThanADay_EndsAfterADay()
    {
        _pacer.Pause(Some.ListNumber, TimeSpan.MaxValue);

        _clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        _pacer.IsPaused(Some.ListNumber).Should().BeTrue();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (_pacer.IsPaused(Some.ListNumber), _pacer.Count).Should().Be((false, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Pause_ForNoTime_DoesNothing(int seconds)
    {
        _pacer.Pause(Some.ListNumber, TimeSpan.FromSeconds(seconds));

        (_pacer.IsPaused(Some.ListNumber), _pacer.Count).Should().Be((false, 0));
    }

    [Fact]
    public async Task WaitAsync_Canceled_EndsAndLeavesNothingBehind()
    {
        using var cancellation = new CancellationTokenSource();
        await _pacer.WaitAsync(Some.ListNumber, 1, TestContext.Current.CancellationToken);
        var waiting = _pacer.WaitAsync(Some.ListNumber, 1, cancellation.Token).AsTask();

        cancellation.Cancel();

        await waiting.Awaiting(static task => task).Should().ThrowAsync<OperationCanceledException>();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _pacer.Count.Should().Be(0);
    }

    [Fact]
    public async Task Pause_WhileAMessageHoldsItsPermit_IsOverAtItsEnd()
    {
        await _pacer.WaitAsync(Some.ListNumber, 1, TestContext.Current.CancellationToken);
        _pacer.Pause(Some.ListNumber, TimeSpan.FromSeconds(1));

        _clock.Advance(TimeSpan.FromSeconds(1));

        (_pacer.IsPaused(Some.ListNumber), _pacer.Count).Should().Be((false, 1));
    }

    [Fact]
    public void ListNumbers_AreComparedExactly()
    {
        _pacer.Pause("list", TimeSpan.FromSeconds(1));

        _pacer.IsPaused("LIST").Should().BeFalse();
    }

    [Fact]
    public async Task ListsThatRest_AreForgotten()
    {
        for (var list = 0; list < 1_000; list++)
            await _pacer.WaitAsync($"{list}", PerMinute, TestContext.Current.CancellationToken);
        _pacer.Pause("paused", TimeSpan.FromSeconds(1));
        _pacer.Count.Should().Be(1_001);

        _clock.Advance(TimeSpan.FromSeconds(2));

        _pacer.Count.Should().Be(0);
    }

    private static int FindMostInASecond(List<TimeSpan> started)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < started.Count; last++)
        {
            while (started[last] - started[first] >= TimeSpan.FromSeconds(1))
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>Notes which messages may start now. What a permit wakes runs on the thread pool: each that came back is taken again before the clock goes on.</summary>
    private async Task CountAsync(TimeSpan now, int permits, params Waiters[] lists)
    {
        foreach (var list in lists)
            list.Refill();
        await WaitLimit.YieldUntilAsync(() => _clock.Held >= permits, "the permits are held");
        for (var limit = new WaitLimit("what has a permit starts"); lists.Sum(static list => list.Started.Count) < _clock.Taken; limit.Check())
        {
            foreach (var list in lists)
                list.Count(now);
            await Task.Yield();
        }
    }

    /// <summary>Keeps some messages waiting for the pace of a list, and notes when each may start.</summary>
    private sealed class Waiters(ListPacer pacer, string list, int perMinute = PerMinute, int outstanding = 600)
    {
        private readonly Queue<Task> _waiting = new();

        public List<TimeSpan> Started { get; } = [];

        public void Refill()
        {
            while (_waiting.Count < outstanding)
                _waiting.Enqueue(pacer.WaitAsync(list, perMinute, TestContext.Current.CancellationToken).AsTask());
        }

        public void Count(TimeSpan now)
        {
            while (_waiting.Count > 0 && _waiting.Peek().IsCompleted)
            {
                _ = _waiting.Dequeue();
                Started.Add(now);
            }
        }
    }

    /// <summary>A clock that counts the permits that were taken, and those whose time is not over yet.</summary>
    private sealed class PaceClock : TestClock
    {
        private int _taken;
        private int _returned;

        public int Taken => Volatile.Read(ref _taken);

        public int Held => Taken - Volatile.Read(ref _returned);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (state is not LaterAction)
                return base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _taken);
            return base.CreateTimer(
                passed =>
                {
                    Interlocked.Increment(ref _returned);
                    callback(passed);
                },
                state, dueTime, period);
        }
    }
}
