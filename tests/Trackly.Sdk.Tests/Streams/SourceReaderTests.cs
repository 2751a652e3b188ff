using Trackly.Sdk.Streams;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>A source that is slower than its stream, or that never comes back.</summary>
public sealed class SourceReaderTests : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly WaitingSource _source = new();
    private readonly SourceReader _reader;

    public SourceReaderTests() => _reader = new SourceReader(_source, _stopping.Token);

    public void Dispose() => _stopping.Dispose();

    [Fact]
    public async Task ReadAsync_OnceTheStreamStops_DoesNotMoveTheSource()
    {
        _stopping.Cancel();

        await ReadAsync().Awaiting(static reading => reading).Should().ThrowAsync<OperationCanceledException>();

        _source.Moves.Should().Be(0);
    }

    [Fact]
    public async Task DisposeAsync_BeforeTheFirstMessage_DisposesTheSource()
    {
        await _reader.DisposeAsync();

        _source.Disposed.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task DisposeAsync_AfterASlowMessage_DisposesTheSource()
    {
        var reading = ReadAsync();
        _source.Move.SetResult(true);
        (await reading).Should().BeTrue();

        await _reader.DisposeAsync();

        _source.Disposed.IsCompleted.Should().BeTrue("it does not move");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DisposeAsync_WhileTheSourceMoves_LeavesTheDisposalToTheEndOfTheMove(bool fails)
    {
        var reading = ReadAsync();
        _stopping.Cancel();
        await reading.Awaiting(static task => task).Should().ThrowAsync<OperationCanceledException>("the stream does not wait for the source");

        await _reader.DisposeAsync();

        _source.Disposed.IsCompleted.Should().BeFalse("an enumerator cannot be disposed while it moves");
        if (fails)
            _source.Move.SetException(new InvalidOperationException());
        else
            _source.Move.SetResult(true);
        await _source.Disposed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private Task<bool> ReadAsync() => _reader.ReadAsync().AsTask();

    /// <summary>Moves when the test lets it.</summary>
    private sealed class WaitingSource : IAsyncEnumerable<SendRequest>, IAsyncEnumerator<SendRequest>
    {
        private readonly TaskCompletionSource<bool> _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> Move { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> Disposed => _disposed.Task;

        public int Moves { get; private set; }

        public SendRequest Current => StreamSource.Create(0);

        public IAsyncEnumerator<SendRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            Moves++;
            return new(Move.Task);
        }

        public ValueTask DisposeAsync()
        {
            _disposed.SetResult(true);
            return default;
        }
    }
}
