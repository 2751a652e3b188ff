using Trackly.Sdk.Streams;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>The messages that wait for their pace: none is lost, and no more wait than there are places.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class ReadyQueueTests : IDisposable
{
    private const int Places = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly FailingClock _clock = new();
    private readonly ListPacer _pacer;
    private readonly ReadyQueue _queue;

    public ReadyQueueTests()
    {
        _pacer = new ListPacer(_clock);
        _queue = new ReadyQueue(_pacer, StreamSettings.Create(new SendManyOptions { MaxPerMinutePerList = null }, "options"), CancellationToken.None);
    }

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task MessagesThatArePutBack_TakePlacesToo()
    {
        // A server that asks each list to slow down, when its message has become ready.
        var (putBack, add) = (0, Task.CompletedTask);
        for (var index = 0; index < 3 * Places; index++)
        {
            add = _queue.AddAsync(CreateMessage(index)).AsTask();
            if (!_queue.Reader.TryRead(out var message))
                break;
            _pacer.Pause(message.Request.ListNumber, Pause);
            _queue.TryPutBack(message).Should().BeTrue();
            putBack++;
        }

        putBack.Should().BeInRange(Places, Places + 1);
        add.IsCompleted.Should().BeFalse("there is no place");

        // The pauses end: each message is ready again, also the one that had no place.
        _clock.Advance(Pause);
        HashSet<long> indexes = [];
        while (indexes.Count <= putBack)
            indexes.Add((await _queue.Reader.ReadAsync(TestContext.Current.CancellationToken)).Index).Should().BeTrue();
        await add;
        indexes.Should().HaveCount(putBack + 1);
        _queue.Finish();
        _queue.Reader.Completion.IsCompleted.Should().BeFalse("they have no result yet");
    }

    [Fact]
    public void AWaitThatFails_LosesNoMessage()
    {
        _pacer.Pause(CreateMessage(0).Request.ListNumber, Pause);
        _clock.Fails = true;

        _queue.TryPutBack(CreateMessage(0)).Should().BeFalse("it starts rather than never");
    }

    [Fact]
    public async Task AMessageThatWaitedForAWorker_StartsOnlyIfItsListStillLetsIt()
    {
        const string list = "+18005551000";
        using var queue = new ReadyQueue(_pacer, StreamSettings.Create(new SendManyOptions { MaxPerMinutePerList = 60 }, "options"), CancellationToken.None);
        await queue.AddAsync(new StreamMessage(0, StreamSource.Create(0, list)));
        var first = await queue.Reader.ReadAsync(TestContext.Current.CancellationToken);
        queue.TryPutBack(first).Should().BeFalse("it is its turn");

        _clock.Advance(TimeSpan.FromSeconds(1));
        await queue.AddAsync(new StreamMessage(1, StreamSource.Create(1, list)));
        queue.TryPutBack(first).Should().BeTrue("another message of its list starts in this second");
        (await queue.Reader.ReadAsync(TestContext.Current.CancellationToken)).Index.Should().Be(1);
        queue.Reader.TryRead(out _).Should().BeFalse();

        _clock.Advance(TimeSpan.FromSeconds(1));
        first = await queue.Reader.ReadAsync(TestContext.Current.CancellationToken);
        first.Index.Should().Be(0);
        _clock.Advance(TimeSpan.FromSeconds(10));
        queue.TryPutBack(first).Should().BeFalse("no other message has taken its turn");
    }

    [Fact]
    public async Task AMessageThatWaitedForAPlace_CountsFromWhenItsListLetItStart()
    {
        const string list = "+18005551000";
        using var queue = new ReadyQueue(_pacer, StreamSettings.Create(new SendManyOptions { MaxPerMinutePerList = 60 }, "options"), CancellationToken.None);
        for (var index = 0; index < Places; index++)
        {
            _pacer.Pause(CreateMessage(index).Request.ListNumber, Pause);
            await queue.AddAsync(CreateMessage(index));
        }

        _pacer.Pause(list, TimeSpan.FromSeconds(10));
        var adding = queue.AddAsync(new StreamMessage(Places, StreamSource.Create(Places, list))).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(10));
        adding.IsCompleted.Should().BeFalse("there is no place");

        _clock.Advance(Pause);
        List<StreamMessage> ready = [];
        while (ready.Count <= Places)
            ready.Add(await queue.Reader.ReadAsync(TestContext.Current.CancellationToken));
        var message = ready.Single(static one => one.Index == Places);
        await _pacer.WaitAsync(list, 60, TestContext.Current.CancellationToken);

        queue.TryPutBack(message).Should().BeTrue("it could have started a minute ago, and another message has this second");
        // Nothing is left waiting, which the process counts.
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await queue.Reader.ReadAsync(TestContext.Current.CancellationToken)).Index.Should().Be(Places);
    }

    private static StreamMessage CreateMessage(int index) => new(index, StreamSource.Create(index, $"list {index}"));

    private sealed class FailingClock : TestClock
    {
        public bool Fails { get; set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Fails ? throw new NotSupportedException() : base.CreateTimer(callback, state, dueTime, period);
    }
}
