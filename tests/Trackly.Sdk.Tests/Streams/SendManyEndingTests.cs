using System.Collections.Concurrent;
using System.Globalization;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Streams;

/// <summary>How a stream ends before its source does. In each case every message that was taken from the source has a result.</summary>
public sealed class SendManyEndingTests
{
    [Fact]
    public async Task Canceled_EndsAtOnceWithAResultForEachMessageTaken()
    {
        const int MaxConcurrency = 4;
        const int Accepted = 10;
        using var cancellation = new CancellationTokenSource();
        var hanging = 0;
        // Canceled once the server has received all that is in flight: what became of each message is then the same in every run.
        using var client = new StreamClientUnderTest((text, token) =>
        {
            if (int.Parse(text, CultureInfo.InvariantCulture) < Accepted)
                return Task.FromResult<HttpResponseMessage?>(null);
            if (Interlocked.Increment(ref hanging) == MaxConcurrency)
                _ = Task.Run(cancellation.Cancel, CancellationToken.None);
            return StreamServer.HangAsync(token);
        });
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(source.Messages(int.MaxValue), StreamClientUnderTest.Options(MaxConcurrency), cancellation.Token));

        var canceled = end.Should().BeOfType<OperationCanceledException>().Which;
        (canceled.CancellationToken, canceled.Message).Should().Be((cancellation.Token, "The stream was canceled. Each message that was started has its result."));
        CheckEachMessageHasAResult(results, source);
        results.Take(Accepted).Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        results.Skip(Accepted).Take(MaxConcurrency).Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        results.Skip(Accepted + MaxConcurrency).Should().NotContain(static result => result.Outcome != SendOutcome.NotSent, "the server has not received what was read ahead, if anything was");
        results.Skip(Accepted).Should().AllSatisfy(static result => result.Failure.Should().BeOfType<TracklyCanceledException>().Which.Outcome.Should().Be(result.Outcome));
        await source.WaitUntilDisposedAsync();
    }

    [Fact]
    public async Task CanceledByTheTokenOfTheLoop_EndsInTheSameWay()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new StreamClientUnderTest(static (_, token) => StreamServer.HangAsync(token));
        var source = new StreamSource();
        var stream = client.Client.SendManyAsync(source.Messages(3, token => cancellation.CancelAsync()), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken);
        List<SendResult> results = [];

        var read = async () =>
        {
            await foreach (var result in stream.WithCancellation(cancellation.Token))
                results.Add(result);
        };

        (await read.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        results.Should().HaveCount(3);
    }

    [Fact]
    public async Task CanceledBefore_TakesNothing()
    {
        using var client = new StreamClientUnderTest();
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync(source.Messages(3), null, new CancellationToken(canceled: true)));

        end.Should().BeAssignableTo<OperationCanceledException>();
        (results.Count, source.Read).Should().Be((0, 0));
    }

    [Fact]
    public async Task ASourceThatIgnoresItsToken_DoesNotHoldTheStream()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new StreamClientUnderTest();
        var never = new TaskCompletionSource<bool>();
        var moving = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = new StreamSource();
        var count = 0;

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(source.Messages(5, NeverEndAsync), StreamClientUnderTest.Options(), cancellation.Token),
            result => _ = ++count == 5 ? CancelAsync() : Task.CompletedTask);

        end.Should().BeOfType<OperationCanceledException>();
        results.Should().HaveCount(5).And.OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
        source.IsDisposed.Should().BeFalse("an enumerator cannot be disposed while it moves");
        never.SetResult(true);

        Task NeverEndAsync(CancellationToken cancellationToken)
        {
            moving.SetResult(true);
            return never.Task;
        }

        async Task CancelAsync()
        {
            await moving.Task;
            await cancellation.CancelAsync();
        }
    }

    [Theory]
    [InlineData(401, typeof(TracklyAuthenticationException))]
    [InlineData(403, typeof(TracklyPermissionException))]
    public async Task WhatEveryMessageWouldGet_EndsTheStream(int status, Type type)
    {
        using var client = new StreamClientUnderTest((text, _) => Task.FromResult(text is "0" or "1" ? null : StreamServer.Create(status)));
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(source.Messages(int.MaxValue), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        end.Should().BeOfType(type);
        CheckEachMessageHasAResult(results, source);
        results.Should().HaveCountLessThan(30);
        results.Select(static result => result.Outcome).Distinct().Should().BeSubsetOf([SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.NotSent]);
        // The TaskCanceledException of .NET Standard has no constructor for both a token and an inner exception.
        if (!SdkBuild.IsForStandard)
            results.Where(result => result.Outcome == SendOutcome.NotSent && result.Failure!.InnerException != end).Should().BeEmpty();
    }

    [Fact]
    public async Task DisposedClient_EndsTheStream()
    {
        var hanging = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = new StreamClientUnderTest((text, token) =>
        {
            if (text.Length == 1)
                return Task.FromResult<HttpResponseMessage?>(null);
            hanging.TrySetResult(true);
            return StreamServer.HangAsync(token);
        });
        var source = new StreamSource();
        var count = 0;

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(source.Messages(int.MaxValue), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken),
            result => _ = ++count == 10 ? DisposeAsync() : Task.CompletedTask);

        end.Should().BeOfType<ObjectDisposedException>().Which.ObjectName.Should().Be("TracklyClient");
        CheckEachMessageHasAResult(results, source);
        results.Skip(10).Should().OnlyContain(static result => result.Outcome != SendOutcome.Accepted);
        client.Client.Invoking(static disposed => disposed.SendManyAsync([])).Should().ThrowExactly<ObjectDisposedException>();

        async Task DisposeAsync()
        {
            await hanging.Task;
            client.Client.Dispose();
        }
    }

    [Fact]
    public async Task ASourceThatThrows_KeepsWhatWasSent()
    {
        using var client = new StreamClientUnderTest();
        var broken = new InvalidOperationException("The file ends here.");

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            client.Client.SendManyAsync(new StreamSource().Messages(20, _ => throw broken), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        end.Should().BeSameAs(broken);
        results.Should().HaveCount(20).And.OnlyContain(static result => result.Outcome == SendOutcome.Accepted);
    }

    [Fact]
    public async Task AMissingMessage_EndsTheStreamWithItsIndex()
    {
        using var client = new StreamClientUnderTest();

        var (results, end) = await StreamClientUnderTest.ReadAsync(client.Client.SendManyAsync([StreamSource.Create(0), null!], StreamClientUnderTest.Options(), TestContext.Current.CancellationToken));

        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("The message at index 1 of the source is null.");
        results.Should().ContainSingle();
    }

    [Fact]
    public async Task LeavingTheLoop_CancelsWhatIsInProgressAndDisposesTheSource()
    {
        var hanging = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var canceled = 0;
        using var client = new StreamClientUnderTest(async (text, token) =>
        {
            if (text == "0")
            {
                await hanging.Task;
                return null;
            }

            hanging.TrySetResult(true);
            using var cancellation = token.Register(() => Interlocked.Increment(ref canceled));
            return await StreamServer.HangAsync(token);
        });
        var source = new StreamSource();

        await foreach (var result in client.Client.SendManyAsync(source.Messages(int.MaxValue), StreamClientUnderTest.Options(), TestContext.Current.CancellationToken))
        {
            result.Index.Should().Be(0);
            break;
        }

        await source.WaitUntilDisposedAsync();
        canceled.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task AStreamThatHasEnded_IsNotHeldByTheTokensItWasGiven()
    {
        using var caller = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        using var client = new StreamClientUnderTest();
        var source = new TokenSource();
        await foreach (var _ in client.Client.SendManyAsync(source, StreamClientUnderTest.Options(), caller.Token).WithCancellation(loop.Token))
            continue;

        await caller.CancelAsync();
        await loop.CancelAsync();
        client.Client.Dispose();

        source.Token.IsCancellationRequested.Should().BeFalse("a token of a program lives longer than its streams, which it would keep in memory");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASequenceThatBlocks_DoesNotHoldTheStream(bool cancels)
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new StreamClientUnderTest();
        using var source = new BlockingCollection<SendRequest>(new ConcurrentQueue<SendRequest>([StreamSource.Create(0), StreamSource.Create(1), StreamSource.Create(2)]));
        var stream = client.Client.SendManyAsync(source.GetConsumingEnumerable(TestContext.Current.CancellationToken), StreamClientUnderTest.Options(), cancellation.Token);
        var reading = ReadThreeAsync();

        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        var ended = reading.IsCompleted;
        // Ends the thread that the sequence blocks.
        source.CompleteAdding();
        ended.Should().BeTrue();
        (await reading).Should().Be(cancels ? typeof(OperationCanceledException) : null);

        async Task<Type?> ReadThreeAsync()
        {
            var count = 0;
            try
            {
                await foreach (var result in stream)
                {
                    if (++count < 3)
                        continue;
                    if (!cancels)
                        break;
                    await cancellation.CancelAsync();
                }

                return null;
            }
            catch (Exception exception)
            {
                return exception.GetType();
            }
        }
    }

    /// <summary>An empty source that keeps its token.</summary>
    private sealed class TokenSource : IAsyncEnumerable<SendRequest>
    {
        public CancellationToken Token { get; private set; }

        public IAsyncEnumerator<SendRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            Token = cancellationToken;
            return new StreamSource().Messages(0).GetAsyncEnumerator(CancellationToken.None);
        }
    }

    /// <summary>One that the source gives while the stream stops may not have arrived.</summary>
    private static void CheckEachMessageHasAResult(IReadOnlyList<SendResult> results, StreamSource source)
    {
        results.Select(static result => result.Index).Should().Equal(Enumerable.Range(0, results.Count).Select(static index => (long)index));
        results.Count.Should().BeInRange(source.Read - 1, source.Read);
    }
}
