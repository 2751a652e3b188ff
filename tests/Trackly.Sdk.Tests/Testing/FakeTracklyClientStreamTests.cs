using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Streams;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Streams of the fake end as those of the client do, one message after another.</summary>
public sealed class FakeTracklyClientStreamTests
{
    private readonly FakeTracklyClient _fake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendManyAsync_PlaysTheScriptInOrder()
    {
        _fake.ForNext().Accepts("first001").ForNext().Rejects(TracklyErrorCode.ListNotFound).ForNext().LosesTheAnswer();
        SendRequest[] requests = [.. Enumerable.Range(0, 4).Select(static index => StreamSource.Create(index))];
        var progress = new LastProgress();

        var (results, end) = await StreamClientUnderTest.ReadAsync(_fake.SendManyAsync(requests, new SendManyOptions { Progress = progress }, Token));

        end.Should().BeNull();
        results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.Unknown, SendOutcome.Accepted);
        results.Select(static result => result.Request).Should().Equal(requests);
        results[0].Response!.MessageId.Should().Be("first001");
        _fake.Queued.Should().HaveCount(3);
        progress.Value.Should().BeEquivalentTo(new { Started = 4, Accepted = 2, Rejected = 1, NotSent = 0, Unknown = 1 });
    }

    [Fact]
    public async Task SendManyAsync_Unauthorized_EndsTheStream()
    {
        _fake.ForNext().Accepts().ForAll().Rejects(TracklyErrorCode.InvalidApiKey);
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(_fake.SendManyAsync(source.Messages(10), cancellationToken: Token));

        end.Should().BeOfType<TracklyAuthenticationException>();
        (results.Count, source.Read).Should().Be((2, 2));
    }

    [Fact]
    public async Task SendManyAsync_ASourceThatThrows_KeepsWhatWasSent()
    {
        var broken = new InvalidOperationException();

        var (results, end) = await StreamClientUnderTest.ReadAsync(_fake.SendManyAsync(new StreamSource().Messages(3, _ => throw broken), cancellationToken: Token));

        end.Should().BeSameAs(broken);
        results.Should().HaveCount(3);
    }

    [Fact]
    public async Task SendManyAsync_Canceled_HasTheResultOfTheMessageInProgress()
    {
        using var cancellation = new CancellationTokenSource();
        _fake.ForNext().Accepts().ForAll().Hangs();
        var source = new StreamSource();

        var (results, end) = await StreamClientUnderTest.ReadAsync(
            _fake.SendManyAsync(source.Messages(10), cancellationToken: cancellation.Token), result => cancellation.CancelAfter(TimeSpan.Zero));

        end.Should().BeAssignableTo<OperationCanceledException>();
        // One that the source gives while the stream stops may not have arrived.
        results.Count.Should().BeInRange(source.Read - 1, source.Read);
    }

    [Fact]
    public async Task SendManyAsync_EnumeratedTwiceOrWithInvalidOptions_IsRefusedAsByTheClient()
    {
        var stream = _fake.SendManyAsync([Some.Request()], cancellationToken: Token);
        await StreamClientUnderTest.ReadAsync(stream);

        (await StreamClientUnderTest.ReadAsync(stream)).End.Should().BeOfType<InvalidOperationException>();
        _fake.Invoking(static fake => fake.SendManyAsync([], new SendManyOptions { MaxConcurrency = 0 }, Token)).Should().ThrowExactly<ArgumentException>();
    }

    private sealed class LastProgress : IProgress<SendProgress>
    {
        public SendProgress? Value { get; private set; }

        public void Report(SendProgress value) => Value = value;
    }
}
